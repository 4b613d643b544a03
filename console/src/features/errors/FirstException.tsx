import { useState } from 'react'
import { useProject, useProjectPath } from '@/app/project'
import { ButtonLink } from '@/components/Button'
import { CodeBlock } from '@/components/CodeBlock'
import { EmptyState } from '@/components/EmptyState'
import { Segmented } from '@/components/Segmented'
import { AutocaptureSwitch } from './AutocaptureSwitch'
import { exceptionSnippets } from './exceptionSnippets'
import styles from './First.module.css'

/** What a project sees that has sent no exception yet. */
export function FirstException() {
  const { api_token: token } = useProject()
  const path = useProjectPath()
  const all = exceptionSnippets(window.location.origin, token)
  const [chosen, choose] = useState('web')
  const snippet = all.find((candidate) => candidate.id === chosen) ?? all[0]
  return (
    <>
      <EmptyState icon="bug" title="No exception yet">
        Send the first one, and it shows here a few seconds later: grouped with all of its kind,
        with the code it was thrown in and the people it happened to.
      </EmptyState>
      <div className={styles.how}>
        <AutocaptureSwitch />
        <div className={styles.choice}>
          <Segmented
            label="Language"
            value={chosen}
            onChange={choose}
            segments={all.map(({ id, label }) => ({ value: id, label }))}
          />
        </div>
        {snippet?.steps.map((step) => (
          <CodeBlock key={step.caption} caption={step.caption} code={step.code} />
        ))}
        {snippet?.note && <p className={styles.note}>{snippet.note}</p>}
        <p className={styles.next}>
          Is your code minified? Upload its source maps, and stacks show the code as you wrote it.
          <ButtonLink icon="code" to={path('errors/source-maps')}>
            Upload source maps
          </ButtonLink>
        </p>
      </div>
    </>
  )
}
