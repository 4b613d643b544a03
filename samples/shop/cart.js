import { find } from './catalog.js'

const KEY = 'shop.cart'

/** The cart as `{product, quantity}`, kept in this browser. */
export function lines() {
  return Object.entries(read()).flatMap(([id, quantity]) => {
    const product = find(id)
    return product ? [{ product, quantity }] : []
  })
}

export const count = () => lines().reduce((sum, line) => sum + line.quantity, 0)

export const total = () =>
  round(lines().reduce((sum, line) => sum + line.product.price * line.quantity, 0))

export function add(id, quantity = 1) {
  const cart = read()
  write({ ...cart, [id]: (cart[id] ?? 0) + quantity })
}

/** Sets how many; none takes the product out. */
export function set(id, quantity) {
  const { [id]: _, ...others } = read()
  write(quantity > 0 ? { ...others, [id]: quantity } : others)
}

export const clear = () => write({})

function read() {
  try {
    return JSON.parse(localStorage.getItem(KEY)) ?? {}
  } catch {
    return {}
  }
}

function write(cart) {
  localStorage.setItem(KEY, JSON.stringify(cart))
  dispatchEvent(new Event('cart'))
}

const round = (amount) => Math.round(amount * 100) / 100
