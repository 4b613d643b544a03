/** What the shop sells. Prices are in euros. */
export const currency = 'EUR'

export const products = [
  tea('sencha', 'Sencha Asanoka', 'green', 9.5, '#7fa35a', 'First harvest from Kagoshima: grass, sea and a sweet end.'),
  tea('gyokuro', 'Gyokuro Hikari', 'green', 24, '#4f7f4c', 'Grown three weeks in the shade, brewed at fifty degrees.'),
  tea('darjeeling', 'Darjeeling First Flush', 'black', 14.5, '#c98b4a', 'Light as a green tea, with muscat and apricot.'),
  tea('assam', 'Assam Mangalam', 'black', 8, '#9a4f2c', 'Malt and honey. Takes milk well.'),
  tea('oolong', 'Tie Guan Yin', 'oolong', 16, '#b39b4c', 'Lilac and butter, good for seven infusions.'),
  tea('rooibos', 'Rooibos Cederberg', 'herbal', 6.5, '#b6532f', 'No caffeine, all warmth.'),
  tea('mint', 'Nana Mint', 'herbal', 5.5, '#5fa98c', 'Whole leaves from the Atlas.'),
  tea('chai', 'Kitchen Chai', 'black', 9, '#a4693f', 'Ginger, cardamom, pepper and a strong Assam.'),
  ware('kyusu', 'pot', 'Kyusu teapot', 48, '#8d5b45', 'Red clay from Tokoname, 300 ml, with a sieve of clay.'),
  ware('whisk', 'whisk', 'Bamboo whisk', 19, '#cdb27a', 'Eighty bristles, cut from a single piece.'),
]

export const categories = [...new Set(products.map((product) => product.category))]

export const find = (id) => products.find((product) => product.id === id)

export const price = (amount) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).format(amount)

function tea(id, name, category, amount, color, text) {
  return { id, name, category, price: amount, color, text, shape: 'tin', unit: '100 g' }
}

function ware(id, shape, name, amount, color, text) {
  return { id, name, category: 'teaware', price: amount, color, text, shape, unit: 'one piece' }
}
