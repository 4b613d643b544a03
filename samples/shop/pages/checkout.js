import { clear, lines, total } from '../cart.js'
import { price } from '../catalog.js'
import { layout } from '../layout.js'
import { track } from '../track.js'

layout()
const form = document.getElementById('checkout')
const ordered = lines()
document.getElementById('summary').innerHTML = `
  <h2>Your order</h2>
  <ul>${ordered.map(({ product, quantity }) => `<li>${quantity} × ${product.name}</li>`).join('')}</ul>
  <p class="total">Total <b>${price(total())}</b></p>`
if (ordered.length > 0) track.checkoutStarted(ordered, total())
else form.querySelector('button').disabled = true

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const order = {
    id: crypto.randomUUID?.() ?? String(Date.now()),
    total: total(),
    payment: new FormData(form).get('payment'),
    lines: ordered,
  }
  track.purchaseCompleted(order)
  clear()
  location.assign(`thank-you.html?order=${order.id.slice(0, 8)}`)
})
