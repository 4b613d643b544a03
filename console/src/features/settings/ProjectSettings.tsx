import { useProject } from '@/app/project'
import { CopyButton } from '@/components/CopyButton'
import { Panel } from '@/components/Panel'
import { AutocaptureSwitch } from '@/features/errors/AutocaptureSwitch'
import { DeleteProject } from './DeleteProject'
import { ProjectForm } from './ProjectForm'
import { RecordingSettings } from './RecordingSettings'
import { ResetToken } from './ResetToken'
import { SecretKey } from './SecretKey'
import styles from './settings.module.css'

export function ProjectSettings() {
  const project = useProject()
  return (
    <>
      <Panel title="General">
        <ProjectForm key={project.id} project={project} />
      </Panel>
      <Panel title="Session replay">
        <RecordingSettings key={project.id} project={project} />
      </Panel>
      <Panel title="Project token" actions={<ResetToken project={project} />}>
        <p>
          SDKs send this token with every event. It may be public: it can only add data, never read
          any.
        </p>
        <Copyable label="Token" value={project.api_token} />
        <Copyable label="Host" value={window.location.origin} />
        <Copyable label="Project id" value={String(project.id)} />
      </Panel>
      <SecretKey key={`secret/${project.id}`} project={project} />
      <Panel title="Error tracking">
        <AutocaptureSwitch />
      </Panel>
      <Panel title="Delete this project">
        <DeleteProject project={project} />
      </Panel>
    </>
  )
}

function Copyable({ label, value }: { label: string; value: string }) {
  return (
    <div className={styles.copyable}>
      <span className={styles.copyLabel}>{label}</span>
      <code>{value}</code>
      <CopyButton text={value} />
    </div>
  )
}
