const FLAG = 'free-shipping-banner'

/** What the banner says, by the variant of the feature flag; `control` says nothing. */
const offers = {
  banner: () => 'Free shipping today, on every order.',
  countdown: () => `Free shipping for ${hoursLeft()} more, on every order.`,
}

/** Shows the banner as the flag says; a flag that is on without a variant is the plain banner. */
export function banner() {
  window.posthog.onFeatureFlags(() => {
    const answer = window.posthog.getFeatureFlag(FLAG)
    const variant = answer === true ? 'banner' : answer
    const offer = offers[variant]
    const element = document.getElementById('promo-banner')
    element.hidden = !offer
    if (offer) {
      element.dataset.variant = variant
      element.firstChild.textContent = `${offer()} `
    }
  })
}

function hoursLeft() {
  const hours = 24 - new Date().getHours()
  return hours === 1 ? 'one hour' : `${hours} hours`
}
