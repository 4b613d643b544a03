import { useProject, useProjectPath } from '@/app/project'
import { Button, ButtonLink } from '@/components/Button'
import { Page } from '@/components/Page'
import { Panel } from '@/components/Panel'
import { SnippetTabs } from '@/features/snippets/SnippetTabs'
import styles from './HomePage.module.css'

/** The page of a project that has no events yet. */
export function Start({ onLook }: { onLook: () => void }) {
  const project = useProject()
  const path = useProjectPath()
  return (
    <Page
      title={`Welcome to ${project.name}`}
      lead="Three steps, and this page shows what people do in your product."
      narrow
    >
      <ol className={styles.steps}>
        <li>
          <h2>Send the first event</h2>
          <p>
            Any PostHog SDK works when its host is this server. The snippets have this server’s
            address and the token of this project in them.
          </p>
          <Panel>
            <SnippetTabs />
          </Panel>
        </li>
        <li>
          <h2>Watch it arrive</h2>
          <p>The live page shows new events within seconds, with everything they contain.</p>
          <div className={styles.actions}>
            <ButtonLink icon="pulse" to={path('live')}>
              Live events
            </ButtonLink>
            <Button look="quiet" icon="refresh" onClick={onLook}>
              I have sent one
            </Button>
          </div>
        </li>
        <li>
          <h2>Ask a question</h2>
          <p>Draw a trend with a few clicks, or write HogQL, the SQL of this data.</p>
          <div className={styles.actions}>
            <ButtonLink icon="chart" to={path('insights/new')}>
              Draw a trend
            </ButtonLink>
            <ButtonLink icon="code" to={path('sql')}>
              Write SQL
            </ButtonLink>
          </div>
        </li>
      </ol>
    </Page>
  )
}
