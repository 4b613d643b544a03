import { categories, products } from '../catalog.js'
import { card, layout } from '../layout.js'

layout()
const chips = document.getElementById('categories')
chips.innerHTML = ['all', ...categories]
  .map((name) => `<button type="button" class="chip" data-category="${name}">${name}</button>`)
  .join('')
chips.addEventListener('click', (event) => show(event.target.dataset.category ?? 'all'))
show('all')

function show(category) {
  for (const chip of chips.children) {
    chip.setAttribute('aria-pressed', String(chip.dataset.category === category))
  }
  document.getElementById('products').innerHTML = products
    .filter((product) => category === 'all' || product.category === category)
    .map(card)
    .join('')
}
