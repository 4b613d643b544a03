import type { IconName } from '@/components/icons'
import { filterLabel } from '@/features/filters/operators'
import { eventLabel } from '@/features/taxonomy/labels'
import type { TriggerEvent } from './draft'
import type { Branch, Step, StepType, Unit } from './step'

export interface Kind {
  label: string
  icon: IconName
  hint: string
}

export const kinds: Record<StepType, Kind> = {
  delay: { label: 'Wait', icon: 'clock', hint: 'Up to 30 days' },
  conditional_branch: { label: 'Condition', icon: 'branch', hint: 'Parts the way by properties' },
  webhook: { label: 'Webhook', icon: 'external', hint: 'Calls an address' },
  email: { label: 'Email', icon: 'mail', hint: 'Sends one through SES' },
  exit: { label: 'End', icon: 'stop', hint: 'Ends the run' },
}

/** The steps that are offered: a way that ends needs none that says so. */
export const offered: StepType[] = ['webhook', 'email', 'delay', 'conditional_branch']

export const unitLabels: Record<Unit, string> = {
  s: 'seconds',
  m: 'minutes',
  h: 'hours',
  d: 'days',
}

export const kindOf = (type: string): Kind =>
  kinds[type as StepType] ?? { label: type, icon: 'gear', hint: '' }

export const stepName = (step: Step): string => step.name.trim() || kinds[step.does.type].label

/** What a step does, in a line. */
export function stepLine({ does }: Step): string {
  switch (does.type) {
    case 'delay':
      return `${does.amount || '…'} ${durationUnit(does.amount, does.unit)}`
    case 'conditional_branch':
      return does.branches.length === 1
        ? 'One way or the other'
        : `The first of ${does.branches.length} ways whose filters hold`
    case 'webhook':
      return does.url ? `${does.method} ${does.url}` : 'No address yet'
    case 'email':
      return does.to ? `To ${does.to}${does.subject && `: ${does.subject}`}` : 'Nobody gets it yet'
    case 'exit':
      return 'The run ends here'
  }
}

const durationUnit = (amount: string, unit: Unit): string =>
  amount.trim() === '1' ? unitLabels[unit].slice(0, -1) : unitLabels[unit]

export function branchLabel(branch: Branch): string {
  const all = [
    ...branch.filters.map(filterLabel),
    ...(branch.kept.length > 0 ? [`${branch.kept.length} more`] : []),
  ]
  return all.length === 0 ? 'If … (add a filter)' : `If ${all.join(' and ')}`
}

/** Events that Tenrec itself makes for workflows: they are not in the lake, so nobody finds them there. */
export const ownEvents = ['$error_tracking_issue_created', '$error_tracking_issue_reopened'].map(
  (name) => ({ value: name, label: eventLabel(name), note: 'from Tenrec' }),
)

/** What starts a run, in a line. */
export function triggerLine(events: TriggerEvent[]): string {
  const names = events.map((event) => eventLabel(event.name))
  return names.length === 0 ? 'No event yet' : names.join(' or ')
}

export function eventLine(event: TriggerEvent): string {
  const all = event.filters.map(filterLabel)
  return all.length === 0 ? '' : `where ${all.join(' and ')}`
}
