import { Button } from '@/components/Button'
import { Icon } from '@/components/Icon'
import { Panel } from '@/components/Panel'
import { useEventChoices, usePropertyChoices } from '@/features/taxonomy/useTaxonomy'
import { BreakdownEditor } from './BreakdownEditor'
import { FilterList } from '@/features/filters/FilterList'
import { newSeries, type Series, type TrendsState } from './model'
import { SeriesEditor } from './SeriesEditor'
import styles from './Builder.module.css'

interface BuilderProps {
  state: TrendsState
  onChange: (change: Partial<TrendsState>) => void
}

const MOST_SERIES = 10

/** What is counted, of which events, split by what. */
export function Builder({ state, onChange }: BuilderProps) {
  const events = useEventChoices()
  const properties = usePropertyChoices(state.series.map((series) => series.event))
  const replace = (index: number, next: Series | null) =>
    onChange({
      series: state.series.flatMap((series, at) => (at === index ? (next ?? []) : series)),
    })
  return (
    <Panel className={styles.panel}>
      <div className={styles.columns}>
        <section aria-label="Series" className={styles.part}>
          <h2 className={styles.title}>
            <Icon name="chart" size={14} /> Series
          </h2>
          <ol className={styles.list}>
            {state.series.map((series, index) => (
              <SeriesEditor
                key={index}
                index={index}
                series={series}
                events={events}
                properties={properties}
                onChange={(next) => replace(index, next)}
                onRemove={state.series.length > 1 ? () => replace(index, null) : null}
              />
            ))}
          </ol>
          {state.series.length < MOST_SERIES && (
            <Button
              look="quiet"
              icon="plus"
              className={styles.add ?? ''}
              onClick={() => onChange({ series: [...state.series, newSeries(null)] })}
            >
              Add a series
            </Button>
          )}
        </section>
        <div className={styles.part}>
          <section aria-label="Filters of all series">
            <h2 className={styles.title}>
              <Icon name="filter" size={14} /> Filters
            </h2>
            <FilterList
              filters={state.filters}
              properties={properties}
              onChange={(filters) => onChange({ filters })}
            />
          </section>
          <section aria-label="Breakdown">
            <h2 className={styles.title}>
              <Icon name="split" size={14} /> Breakdown
            </h2>
            <BreakdownEditor
              breakdown={state.breakdown}
              properties={properties}
              onChange={(breakdown) => onChange({ breakdown })}
            />
          </section>
        </div>
      </div>
    </Panel>
  )
}
