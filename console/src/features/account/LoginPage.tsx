import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Navigate, useNavigate, useSearchParams } from 'react-router'
import { sessionQuery, setupQuery, signIn } from '@/api/session'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
import { AccountFrame } from './AccountFrame'
import { localPath } from './localPath'

export function Component() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const [parameters] = useSearchParams()
  const { data: setup } = useQuery(setupQuery)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useMutation({
    mutationFn: () => signIn({ email: email.trim(), password }),
    onSuccess: async () => {
      client.clear()
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      await navigate(localPath(parameters.get('next')), { replace: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate()
  }
  if (setup && !setup.owner_exists) return <Navigate to="/setup" replace />
  return (
    <AccountFrame title="Sign in" lead="Your analytics, on your own account.">
      <form onSubmit={submit}>
        <Field label="Email">
          {(control) => (
            <Input
              {...control}
              type="email"
              name="email"
              autoComplete="username"
              required
              value={email}
              onChange={(event) => setEmail(event.target.value)}
            />
          )}
        </Field>
        <Field label="Password">
          {(control) => (
            <Input
              {...control}
              type="password"
              name="password"
              autoComplete="current-password"
              required
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          )}
        </Field>
        {enter.error && <ErrorNotice error={enter.error} />}
        <Button type="submit" look="primary" busy={enter.isPending}>
          Sign in
        </Button>
      </form>
    </AccountFrame>
  )
}
