import { useState } from 'react'
import { useProject } from '@/app/project'
import { CodeBlock } from '@/components/CodeBlock'
import { Segmented } from '@/components/Segmented'
import { snippets } from './snippets'
import styles from './SnippetTabs.module.css'

/** Snippets for the open project on this host, one language at a time. */
export function SnippetTabs() {
  const { api_token: token } = useProject()
  const all = snippets(window.location.origin, token)
  const [chosen, choose] = useState('html')
  const snippet = all.find((candidate) => candidate.id === chosen) ?? all[0]
  return (
    <div className={styles.tabs}>
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
    </div>
  )
}
