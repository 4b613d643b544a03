import { art } from '../art.js'
import { find } from '../catalog.js'
import { card, layout } from '../layout.js'

layout()
document.getElementById('hero-art').innerHTML = ['kyusu', 'sencha', 'darjeeling'].map(find).map(art).join('')
document.getElementById('favourites').innerHTML = ['sencha', 'oolong', 'chai', 'whisk']
  .map(find)
  .map(card)
  .join('')
