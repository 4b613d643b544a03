import { Link } from 'react-router'
import { useProjectPath } from '@/app/project'
import { Icon } from '@/components/Icon'
import { starts } from './templates'
import { allSteps } from './tree'
import { kinds } from './words'
import styles from './Workflows.module.css'

/** Workflows to begin with. */
export function Starts() {
  const path = useProjectPath()
  return (
    <ul className={styles.starts}>
      {starts.map((start) => (
        <li key={start.key}>
          <Link to={path(`workflows/new?from=${start.key}`)} className={styles.start}>
            <span className={styles.icons}>
              <Icon name="bolt" size={14} />
              {allSteps(start.draft.steps).map((step) => (
                <Icon key={step.id} name={kinds[step.does.type].icon} size={14} />
              ))}
            </span>
            <b>{start.label}</b>
            <span>{start.says}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
