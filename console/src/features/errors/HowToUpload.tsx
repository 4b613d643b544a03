import { Link } from 'react-router'
import { useProject, useProjectPath } from '@/app/project'
import { CodeBlock } from '@/components/CodeBlock'
import { Panel } from '@/components/Panel'
import { uploadSteps } from './uploadSteps'
import styles from './First.module.css'

/** The commands that put the source maps of a build here. */
export function HowToUpload() {
  const { id } = useProject()
  const path = useProjectPath()
  return (
    <Panel title="Upload those of a build">
      <p>
        The official <code>posthog-cli</code> does it, best as a part of your deployment. It needs a{' '}
        <Link to={path('settings/keys')}>personal API key</Link> that may write error tracking.
      </p>
      <div className={styles.steps}>
        {uploadSteps(window.location.origin, id).map((step) => (
          <CodeBlock key={step.caption} caption={step.caption} code={step.code} />
        ))}
      </div>
      <p className={styles.note}>
        Deploy what <code>inject</code> has changed: each script then carries the id of its source
        map. Minify before it and not after.
      </p>
    </Panel>
  )
}
