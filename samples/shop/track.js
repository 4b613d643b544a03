import { currency } from './catalog.js'

/** The events that the shop sends by itself; posthog-js adds page views, clicks and inputs. */
export const track = {
  productViewed: (product) => capture('product viewed', describe(product)),

  productAdded: (product, quantity) =>
    capture('product added', { ...describe(product), quantity }),

  checkoutStarted: (lines, value) =>
    capture('checkout started', { value, currency, items: lines.map(item) }),

  purchaseCompleted: (order) =>
    capture('purchase completed', {
      order_id: order.id,
      revenue: order.total,
      currency,
      payment: order.payment,
      items: order.lines.map(item),
    }),

  signedUp: ({ name, email, newsletter }) => {
    window.posthog.identify(email, { email, name, newsletter })
    capture('signed up', { newsletter })
  },

  signedOut: () => window.posthog.reset(),
}

const capture = (event, properties) => window.posthog.capture(event, properties)

const describe = (product) => ({
  product_id: product.id,
  product_name: product.name,
  category: product.category,
  price: product.price,
  currency,
})

const item = ({ product, quantity }) => ({
  product_id: product.id,
  price: product.price,
  quantity,
})
