import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { changeInsight, type Insight } from '@/api/insights'
import { useProject } from '@/app/project'
import { toast } from '@/components/toast'
import styles from './InsightName.module.css'

/** The name as a heading that can be written over. */
export function InsightName({ insight }: { insight: Insight }) {
  const { id } = useProject()
  const client = useQueryClient()
  const [name, setName] = useState(insight.name)
  const rename = useMutation({
    mutationFn: () => changeInsight(id, insight.id, { name: name.trim() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['insights', id] }),
    onError: (error) => toast(messageOf(error), 'bad'),
  })
  const commit = () => {
    if (!name.trim()) setName(insight.name)
    else if (name.trim() !== insight.name) rename.mutate()
  }
  return (
    <h1 className={styles.heading}>
      <input
        aria-label="Name of the insight"
        value={name}
        maxLength={400}
        size={Math.max(10, Math.min(60, name.length))}
        onChange={(event) => setName(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
          if (event.key === 'Escape') setName(insight.name)
        }}
      />
    </h1>
  )
}
