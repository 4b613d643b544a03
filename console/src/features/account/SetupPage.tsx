import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { Navigate, useNavigate } from 'react-router'
import { ApiError } from '@/api/errors'
import { sessionQuery, setUp, setupQuery } from '@/api/session'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
import { AccountFrame } from './AccountFrame'
import { ownerFields } from './ownerFields'

export function Component() {
  const navigate = useNavigate()
  const client = useQueryClient()
  const setup = useQuery(setupQuery)
  const [values, setValues] = useState<Record<string, string>>({})
  const create = useMutation({
    mutationFn: () =>
      setUp({
        name: values['name']?.trim() ?? '',
        email: values['email']?.trim() ?? '',
        password: values['password'] ?? '',
        ...(setup.data?.setup_code_required && { setup_code: values['setup_code']?.trim() ?? '' }),
      }),
    onSuccess: async () => {
      client.clear()
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 })
      await navigate('/', { replace: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    create.mutate()
  }
  if (setup.data?.owner_exists && !create.isSuccess && !create.isPending) {
    return <Navigate to="/login" replace />
  }
  const refused = create.error instanceof ApiError ? create.error : null
  const fields = ownerFields(setup.data?.setup_code_required ?? false)
  const ofField = fields.some((field) => field.name === refused?.attr)
  return (
    <AccountFrame
      title="Welcome"
      lead="Nobody owns this Tenrec yet. Whoever fills this in becomes its owner."
    >
      <form onSubmit={submit}>
        {fields.map(({ name, label, hint, ...input }) => (
          <Field
            key={name}
            label={label}
            hint={hint}
            error={refused?.attr === name ? refused.message : null}
          >
            {(control) => (
              <Input
                {...control}
                {...input}
                name={name}
                required
                value={values[name] ?? ''}
                onChange={(event) => setValues({ ...values, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {setup.error && <ErrorNotice error={setup.error} onRetry={() => void setup.refetch()} />}
        {create.error && !ofField && <ErrorNotice error={create.error} />}
        <Button type="submit" look="primary" busy={create.isPending}>
          Create the owner
        </Button>
      </form>
    </AccountFrame>
  )
}
