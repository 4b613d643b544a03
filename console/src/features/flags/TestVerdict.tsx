import type { FlagTest, TestedCondition, TestedProperty } from '@/api/flags'
import { Icon } from '@/components/Icon'
import { formatPercent, outcome, verdictLabel } from './testedUser'
import styles from './TestUser.module.css'

/** The answer, and how each condition set and each of its filters came out. */
export function TestVerdict({ result }: { result: FlagTest }) {
  const decided = result.reason.condition_index
  return (
    <>
      <p className={`${styles.outcome} ${result.enabled ? styles.yes : styles.no}`}>
        <Icon name={result.enabled ? 'check' : 'close'} />
        <strong>{outcome(result)}</strong>
        <span>{result.reason.description}</span>
      </p>
      {result.metadata.payload && (
        <p>
          Payload: <code>{result.metadata.payload}</code>
        </p>
      )}
      <ol className={styles.conditions}>
        {result.conditions.map((condition, index) => (
          <Condition
            key={index}
            number={index + 1}
            condition={condition}
            passedOver={result.enabled && decided !== null && index > decided}
          />
        ))}
      </ol>
    </>
  )
}

interface ConditionProps {
  number: number
  condition: TestedCondition
  /** A set before it has decided. */
  passedOver: boolean
}

function Condition({ number, condition, passedOver }: ConditionProps) {
  const good = condition.code === 'condition_match'
  return (
    <li className={`${styles.condition} ${passedOver ? styles.passedOver : ''}`}>
      <header className={styles.conditionHead}>
        <h3>Condition set {number}</h3>
        <span className={good ? styles.yes : styles.no}>
          {passedOver ? 'not looked at any more' : verdictLabel(condition.code)}
        </span>
      </header>
      {condition.properties.map((property, index) => (
        <Property key={index} property={property} />
      ))}
      {condition.rollout_place !== null && condition.code !== 'no_condition_match' && (
        <Rollout place={condition.rollout_place} threshold={condition.rollout_percentage} />
      )}
    </li>
  )
}

function Property({ property }: { property: TestedProperty }) {
  return (
    <div className={styles.property}>
      <span
        role="img"
        aria-label={property.matches ? 'holds' : 'does not hold'}
        className={property.matches ? styles.yes : styles.no}
      >
        <Icon name={property.matches ? 'check' : 'close'} size={12} />
      </span>
      <span className={styles.code}>{property.asked}</span>
      <span className={styles.found}>
        {property.found === null ? 'not set' : <code>{property.found}</code>}
      </span>
    </div>
  )
}

/** Where the user stands on the line from 0 to 100, and how far the set is rolled out. */
function Rollout({ place, threshold }: { place: number; threshold: number }) {
  const inside = place <= threshold
  return (
    <div className={styles.rollout}>
      <div className={styles.line} aria-hidden>
        <span className={styles.reached} style={{ width: `${threshold}%` }} />
        <span
          className={`${styles.place} ${inside ? styles.inside : ''}`}
          style={{ left: `${place}%` }}
        />
      </div>
      <span>
        stands at {formatPercent(place)}, rolled out to {formatPercent(threshold)}
      </span>
    </div>
  )
}
