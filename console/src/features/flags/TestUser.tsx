import { useMutation } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { Link } from 'react-router'
import { testFlag, type Flag, type FlagTest } from '@/api/flags'
import { useProject, useProjectPath } from '@/app/project'
import { Button } from '@/components/Button'
import { Field } from '@/components/Field'
import { Input } from '@/components/Input'
import { ErrorNotice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import { fromDraft, type FlagDraft } from './draft'
import { TestVerdict } from './TestVerdict'
import { readObject } from './testedUser'
import styles from './TestUser.module.css'

/** What the flag, as it is edited just now, evaluates to for somebody, and why. */
export function TestUser({ flag, draft }: { flag: Flag; draft: FlagDraft }) {
  const { id } = useProject()
  const [who, setWho] = useState('')
  const [properties, setProperties] = useState('')
  const overrides = readObject(properties)
  const test = useMutation({
    mutationFn: () =>
      testFlag(
        id,
        flag.id,
        {
          distinct_id: who.trim(),
          ...(overrides && Object.keys(overrides).length > 0
            ? { person_properties: overrides }
            : {}),
        },
        fromDraft(draft),
      ),
  })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (who.trim() !== '' && overrides) test.mutate()
  }
  return (
    <Panel title="Test a user">
      <form className={styles.form} onSubmit={submit}>
        <Field label="Distinct id">
          {(control) => (
            <Input
              {...control}
              placeholder="ada@example.com"
              value={who}
              spellCheck={false}
              onChange={(event) => setWho(event.target.value)}
            />
          )}
        </Field>
        <Field
          label="Properties the app sends"
          hint="They count before what is stored of the person."
          error={overrides ? null : 'Write a JSON object, such as {"plan": "pro"}.'}
        >
          {(control) => (
            <Input
              {...control}
              className={styles.code ?? ''}
              placeholder='{"plan": "pro"}'
              value={properties}
              spellCheck={false}
              onChange={(event) => setProperties(event.target.value)}
            />
          )}
        </Field>
        <div>
          <Button
            type="submit"
            icon="play"
            busy={test.isPending}
            disabled={who.trim() === '' || !overrides}
          >
            Test
          </Button>
        </div>
      </form>
      {test.error && <ErrorNotice error={test.error} />}
      {test.data && <Answer result={test.data} />}
    </Panel>
  )
}

function Answer({ result }: { result: FlagTest }) {
  const path = useProjectPath()
  const { person } = result
  return (
    <div className={styles.answer} aria-live="polite">
      <TestVerdict result={result} />
      <p className={styles.person}>
        {person.id ? (
          <Link to={path(`persons/${person.id}`)}>What is stored of the person</Link>
        ) : (
          'Nobody is known by this id: only what the app sends counts.'
        )}
      </p>
    </div>
  )
}
