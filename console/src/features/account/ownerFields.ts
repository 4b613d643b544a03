interface OwnerField {
  name: string
  label: string
  hint?: string
  type: 'text' | 'email' | 'password'
  autoComplete: string
}

const owner: OwnerField[] = [
  { name: 'name', label: 'Your name', type: 'text', autoComplete: 'name' },
  { name: 'email', label: 'Email', type: 'email', autoComplete: 'username' },
  {
    name: 'password',
    label: 'Password',
    hint: 'Long is better than complicated.',
    type: 'password',
    autoComplete: 'new-password',
  },
]

const code: OwnerField = {
  name: 'setup_code',
  label: 'Setup code',
  hint: 'It was printed when Tenrec was deployed.',
  type: 'text',
  autoComplete: 'one-time-code',
}

/** What the first person has to tell. */
export const ownerFields = (codeRequired: boolean) => (codeRequired ? [...owner, code] : owner)
