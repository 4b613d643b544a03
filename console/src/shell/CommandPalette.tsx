import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { projectsQuery } from '@/api/projects'
import { useProject } from '@/app/project'
import { Icon } from '@/components/Icon'
import { matches } from '@/components/match'
import { commands, type Command } from './commands'
import styles from './CommandPalette.module.css'

/** Any page, project or action by typing a part of its name. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const navigate = useNavigate()
  const project = useProject()
  const { data: projects = [] } = useQuery(projectsQuery)
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])

  const found = commands({ project, projects, go: (path) => void navigate(path) }).filter(
    (command) => matches(typed, command.label, command.group, command.words ?? ''),
  )
  const run = (command: Command | undefined) => {
    if (!command) return
    onClose()
    command.run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const last = Math.max(found.length - 1, 0)
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1)
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1)
    else if (event.key === 'Enter') run(found[active])
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={dialog}
      className={styles.palette}
      aria-label="Go to a page, a project or an action"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
    >
      <div>
        <label className={styles.search}>
          <Icon name="search" />
          <input
            role="combobox"
            aria-expanded="true"
            aria-controls="palette-list"
            aria-activedescendant={found[active] && `palette-${active}`}
            placeholder="Go to a page, a project, an action…"
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setActive(0)
            }}
            onKeyDown={onKeyDown}
          />
        </label>
        <ul id="palette-list" role="listbox" aria-label="Results" className={styles.list}>
          {found.map((command, index) => (
            <Row
              key={command.id}
              id={`palette-${index}`}
              command={command}
              heading={command.group !== found[index - 1]?.group}
              active={index === active}
              onRun={() => run(command)}
            />
          ))}
        </ul>
        {found.length === 0 && <p className={styles.nothing}>Nothing is called that.</p>}
      </div>
    </dialog>
  )
}

interface RowProps {
  id: string
  command: Command
  heading: boolean
  active: boolean
  onRun: () => void
}

function Row({ id, command, heading, active, onRun }: RowProps) {
  return (
    <>
      {heading && (
        <li role="presentation" className={styles.heading}>
          {command.group}
        </li>
      )}
      {/* The keys are handled where the focus is: in the search field. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
      <li
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        className={styles.row}
        ref={(element) => {
          if (active) element?.scrollIntoView({ block: 'nearest' })
        }}
        onClick={onRun}
      >
        <Icon name={command.icon} />
        <span className={styles.label}>{command.label}</span>
        {command.note && <span className={styles.note}>{command.note}</span>}
      </li>
    </>
  )
}
