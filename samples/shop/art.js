/** Pictures of the products, drawn from their colour. */
export const art = (product) => shapes[product.shape](product)

const tin = ({ color, name }) => picture(name, color, `
  <ellipse cx="100" cy="178" rx="52" ry="8" fill="#0002"/>
  <rect x="52" y="52" width="96" height="126" rx="10" fill="${color}"/>
  <rect x="52" y="52" width="22" height="126" rx="10" fill="#fff3"/>
  <rect x="46" y="36" width="108" height="26" rx="8" fill="${color}"/>
  <rect x="46" y="36" width="108" height="26" rx="8" fill="#0003"/>
  <rect x="66" y="92" width="68" height="54" rx="6" fill="#fffdf6"/>
  <path d="M100 138c-14-8-14-28 0-38 14 10 14 30 0 38zM100 138v-34" fill="none" stroke="${color}" stroke-width="3"/>`)

const pot = ({ color, name }) => picture(name, color, `
  <ellipse cx="100" cy="172" rx="62" ry="8" fill="#0002"/>
  <path d="M46 112h108c0 34-20 58-54 58s-54-24-54-58z" fill="${color}"/>
  <path d="M46 112h108" stroke="#0003" stroke-width="5"/>
  <path d="M152 122l34-20" stroke="${color}" stroke-width="12" stroke-linecap="round"/>
  <path d="M48 124L22 104" stroke="${color}" stroke-width="14" stroke-linecap="round"/>
  <path d="M66 110c0-16 16-24 34-24s34 8 34 24z" fill="${color}"/>
  <circle cx="100" cy="80" r="8" fill="${color}"/>`)

const whisk = ({ color, name }) => picture(name, color, `
  <ellipse cx="100" cy="178" rx="46" ry="7" fill="#0002"/>
  <rect x="84" y="30" width="32" height="62" rx="8" fill="${color}"/>
  <path d="M84 78h32M84 86h32" stroke="#0004" stroke-width="3"/>
  <path d="M88 92c-34 30-32 62-22 84M94 92c-16 30-16 60-10 84M100 92v84M106 92c16 30 16 60 10 84M112 92c34 30 32 62 22 84"
    fill="none" stroke="${color}" stroke-width="7" stroke-linecap="round"/>`)

const picture = (name, color, drawing) => `
  <svg class="art" viewBox="0 0 200 200" role="img" aria-label="${name}">
    <rect width="200" height="200" rx="16" fill="${color}" opacity=".14"/>${drawing}
  </svg>`

const shapes = { tin, pot, whisk }
