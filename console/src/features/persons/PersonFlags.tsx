import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { flagAnswersQuery } from '@/api/flagAnswers'
import { flagsQuery } from '@/api/flags'
import { useProject, useProjectPath } from '@/app/project'
import { Badge } from '@/components/Badge'
import { EmptyState } from '@/components/EmptyState'
import { Select } from '@/components/Input'
import { Loading } from '@/components/Loading'
import { ErrorNotice, Notice } from '@/components/Notice'
import { Panel } from '@/components/Panel'
import table from '@/components/table.module.css'
import { firstColumn } from '@/hogql/rows'
import { useHogQL } from '@/hogql/useHogQL'
import { flagLines, type FlagLine } from './flagLines'
import { distinctIdsQuery } from './person'
import styles from './Persons.module.css'

interface PersonFlagsProps {
  person: string
  known: string[]
}

/** Which flags a person gets now, evaluated as for an app that asks. */
export function PersonFlags({ person, known }: PersonFlagsProps) {
  const { id, api_token: token } = useProject()
  const seen = useHogQL(distinctIdsQuery(person))
  const ids = [...new Set([...(seen.data ? firstColumn(seen.data) : []), ...known])]
  const [chosen, choose] = useState<string | null>(null)
  const asked = chosen ?? ids[0] ?? ''
  const flags = useQuery(flagsQuery(id))
  const answers = useQuery({ ...flagAnswersQuery(token, asked), enabled: asked !== '' })
  const error = flags.error ?? answers.error ?? seen.error
  const ready = flags.data && answers.data
  const nobody = seen.data && asked === ''
  return (
    <>
      {error && <ErrorNotice error={error} onRetry={() => void answers.refetch()} />}
      {answers.data?.errorsWhileComputingFlags && (
        <Notice tone="warn">
          The stored properties of this person could not be read: the answers may be incomplete.
        </Notice>
      )}
      <Panel flush>
        {ids.length > 1 && (
          <label className={styles.asked}>
            <span>As it is asked for the distinct id</span>
            <Select value={asked} onChange={(event) => choose(event.target.value)}>
              {ids.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </Select>
          </label>
        )}
        {!ready && !error && !nobody && <Loading lines={4} />}
        {nobody && (
          <EmptyState icon="person" title="No distinct id">
            Flags are asked for a distinct id, and none of this person is known.
          </EmptyState>
        )}
        {ready && flags.data.length === 0 && <EmptyState icon="flag" title="No flags yet" />}
        {ready && flags.data.length > 0 && (
          <FlagTable lines={flagLines(flags.data, answers.data.flags)} />
        )}
      </Panel>
    </>
  )
}

function FlagTable({ lines }: { lines: FlagLine[] }) {
  const path = useProjectPath()
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th>Flag</th>
          <th>Answer</th>
          <th>Why</th>
          <th>Payload</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <td className={table.code}>
              <Link to={path(`flags/${line.id}`)}>{line.key}</Link>
            </td>
            <td>
              <Badge tone={line.on ? 'good' : 'plain'}>{line.answer ?? 'not evaluated'}</Badge>
            </td>
            <td>{line.why}</td>
            <td className={`${table.code} ${table.faint}`} title={line.payload}>
              {line.payload || '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
