import { layout } from '../layout.js'
import { track } from '../track.js'

const KEY = 'shop.account'

layout()
const form = document.getElementById('sign-up')
const welcome = document.getElementById('welcome')
show()

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const fields = new FormData(form)
  const account = {
    name: fields.get('name'),
    email: fields.get('email'),
    newsletter: fields.get('newsletter') === 'on',
  }
  localStorage.setItem(KEY, JSON.stringify(account))
  track.signedUp(account)
  show()
})

welcome.querySelector('[data-shop=sign-out]').addEventListener('click', () => {
  localStorage.removeItem(KEY)
  track.signedOut()
  show()
})

function show() {
  const account = JSON.parse(localStorage.getItem(KEY) ?? 'null')
  form.hidden = account !== null
  welcome.hidden = account === null
  welcome.querySelector('p').textContent = account ? `You are signed in as ${account.name}.` : ''
}
