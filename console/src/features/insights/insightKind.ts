import type { Insight } from '@/api/insights'
import type { IconName } from '@/components/icons'
import { sourceOf } from '@/features/trends/fromQuery'

interface InsightKind {
  label: string
  icon: IconName
  /** The page that opens it. */
  path: string
}

export function insightKind(insight: Insight): InsightKind {
  const { kind } = sourceOf(insight.query)
  if (kind === 'HogQLQuery')
    return { label: 'SQL', icon: 'code', path: `sql?insight=${insight.id}` }
  const label = kind === 'TrendsQuery' ? 'Trend' : kind.replace(/Query$/, '')
  return { label, icon: 'chart', path: `insights/${insight.id}` }
}
