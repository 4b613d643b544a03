import { escape, layout } from '../layout.js'

layout()
const order = new URLSearchParams(location.search).get('order') ?? ''
document.getElementById('order').innerHTML =
  `Your order <b>${escape(order)}</b> is on its way, in thought at least.`
