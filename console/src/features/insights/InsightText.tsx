import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { changeInsight, type Insight } from '@/api/insights'
import { useProject } from '@/app/project'
import { toast } from '@/components/toast'
import styles from './InsightText.module.css'

/** The name as a heading that can be written over. */
export function InsightName({ insight }: { insight: Insight }) {
  return (
    <h1 className={styles.text}>
      <Written key={insight.name} insight={insight} field="name" label="Name of the insight" />
    </h1>
  )
}

/** What it is about, to be read, written and written over. */
export function InsightDescription({ insight }: { insight: Insight }) {
  return (
    <span className={styles.text}>
      <Written
        key={insight.description}
        insight={insight}
        field="description"
        label="Description of the insight"
        placeholder="Say what it is about"
      />
    </span>
  )
}

interface WrittenProps {
  insight: Insight
  field: 'name' | 'description'
  label: string
  /** A text that may be empty says so. */
  placeholder?: string
}

function Written({ insight, field, label, placeholder }: WrittenProps) {
  const { id } = useProject()
  const client = useQueryClient()
  const saved = insight[field]
  const [written, setWritten] = useState(saved)
  const change = useMutation({
    mutationFn: () => changeInsight(id, insight.id, { [field]: written.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['insights', id] }),
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  const commit = () => {
    if (!written.trim() && placeholder === undefined) setWritten(saved)
    else if (written.trim() !== saved) change.mutate()
  }
  return (
    <input
      aria-label={label}
      placeholder={placeholder}
      value={written}
      maxLength={400}
      size={Math.max(10, Math.min(60, (written || placeholder || '').length))}
      onChange={(event) => setWritten(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setWritten(saved)
      }}
    />
  )
}
