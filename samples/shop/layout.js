import { art } from './art.js'
import { banner } from './banner.js'
import { count } from './cart.js'
import { price } from './catalog.js'

/** What every page has: the header, the footer and the banner that a feature flag shows. */
export function layout() {
  document.getElementById('top').innerHTML = `
    <a class="brand" href="index.html"><img src="icon.svg" alt="" width="28" height="28" /> Leaf &amp; Kettle</a>
    <nav aria-label="Shop">
      <a href="products.html">Teas and ware</a>
      <a href="sign-up.html">Account</a>
      <a href="cart.html" class="cart">Cart <b id="cart-count"></b></a>
    </nav>`
  document.getElementById('bottom').innerHTML = `
    <p>A sample shop of Tenrec. Nothing is sold here.</p>
    <button type="button" class="link" id="break">Break something</button>`
  document.getElementById('break').addEventListener('click', breakSomething)
  showCount()
  addEventListener('cart', showCount)
  banner()
}

export const card = (product) => `
  <li class="card">
    <a href="product.html?id=${product.id}" data-shop="product">
      ${art(product)}
      <span class="name">${product.name}</span>
      <span class="meta">${product.category}, ${product.unit}</span>
      <span class="price">${price(product.price)}</span>
    </a>
  </li>`

/** Text from outside (an address, a form) is never markup. */
export function escape(text) {
  const element = document.createElement('span')
  element.textContent = text
  return element.innerHTML
}

function showCount() {
  const number = count()
  document.getElementById('cart-count').textContent = number > 0 ? number : ''
}

/** A mistake as they happen: the coupon of an order that has none. */
function breakSomething() {
  const order = { lines: [] }
  document.title = `Discount: ${order.coupon.percent}`
}
