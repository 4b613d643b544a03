import { art } from '../art.js'
import { add } from '../cart.js'
import { find, price } from '../catalog.js'
import { layout } from '../layout.js'
import { track } from '../track.js'

layout()
const product = find(new URLSearchParams(location.search).get('id'))
const article = document.getElementById('product')
if (product) show()
else article.innerHTML = '<h1>We do not have this</h1><p>It may have been sold out for good.</p>'

function show() {
  document.title = `${product.name}, Leaf & Kettle`
  article.innerHTML = `
    ${art(product)}
    <div>
      <h1>${product.name}</h1>
      <p class="meta">${product.category}, ${product.unit}</p>
      <p>${product.text}</p>
      <p class="price big">${price(product.price)}</p>
      <form class="buy">
        <label>How many <input name="quantity" type="number" min="1" max="20" value="1" /></label>
        <button class="button" data-shop="add">Add to cart</button>
      </form>
      <p role="status"></p>
    </div>`
  article.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault()
    const quantity = Number(new FormData(event.target).get('quantity'))
    add(product.id, quantity)
    track.productAdded(product, quantity)
    article.querySelector('[role=status]').innerHTML =
      'In your cart. <a href="cart.html">Go to the cart</a>'
  })
  track.productViewed(product)
}
