import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { projectsQuery } from '@/api/projects'
import { useProject } from '@/app/project'
import { Icon } from '@/components/Icon'
import { Menu } from '@/components/Menu'
import { CreateProject } from './CreateProject'
import styles from './ProjectSwitcher.module.css'

export function ProjectSwitcher() {
  const project = useProject()
  const navigate = useNavigate()
  const { data: projects = [] } = useQuery(projectsQuery)
  const [creating, setCreating] = useState(false)
  return (
    <>
      <Menu
        className={styles.anchor ?? ''}
        header="Projects"
        trigger={(toggle) => (
          <button type="button" className={styles.switcher} aria-haspopup="menu" {...toggle}>
            <span className={styles.badge} aria-hidden="true">
              {project.name.slice(0, 1).toUpperCase()}
            </span>
            <span className={styles.name}>{project.name}</span>
            <Icon name="chevronDown" size={12} />
          </button>
        )}
        items={[
          ...projects.map((candidate) => ({
            label: candidate.name,
            selected: candidate.id === project.id,
            hint: `#${candidate.id}`,
            onSelect: () => void navigate(`/project/${candidate.id}/home`),
          })),
          'line' as const,
          { label: 'New project…', icon: 'plus' as const, onSelect: () => setCreating(true) },
        ]}
      />
      {creating && <CreateProject onClose={() => setCreating(false)} />}
    </>
  )
}
