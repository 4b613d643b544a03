import { art } from '../art.js'
import { lines, set, total } from '../cart.js'
import { price } from '../catalog.js'
import { layout } from '../layout.js'

layout()
const cart = document.getElementById('cart')
cart.addEventListener('change', (event) => set(event.target.dataset.id, Number(event.target.value)))
cart.addEventListener('click', (event) => {
  if (event.target.matches('button')) set(event.target.dataset.id, 0)
})
addEventListener('cart', show)
show()

function show() {
  cart.innerHTML = lines().length === 0 ? empty() : table()
}

function empty() {
  return `
    <p>There is nothing in it yet.</p>
    <a class="button" href="products.html">Browse the teas</a>`
}

function table() {
  return `
    <ul class="lines">${lines().map(line).join('')}</ul>
    <p class="total">Total <b>${price(total())}</b></p>
    <a class="button" data-shop="checkout" href="checkout.html">Go to checkout</a>`
}

function line({ product, quantity }) {
  return `
    <li>
      ${art(product)}
      <a href="product.html?id=${product.id}">${product.name}</a>
      <label><span class="hidden">How many</span>
        <input type="number" min="0" max="20" value="${quantity}" data-id="${product.id}" />
      </label>
      <span class="price">${price(product.price * quantity)}</span>
      <button type="button" class="link" data-id="${product.id}">Remove</button>
    </li>`
}
