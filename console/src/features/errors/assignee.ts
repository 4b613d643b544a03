import type { Assignee } from '@/api/issues'
import type { Member } from '@/api/session'

/** How an assignee is called: `me` for who is looking, else the part of the address that is a name. */
export function assigneeName(
  assignee: Assignee | null,
  me: { id: string } | null | undefined,
): string {
  if (!assignee) return 'nobody'
  if (me && assignee.id === me.id) return 'me'
  return assignee.email?.replace(/@.*/, '') || `${assignee.type} ${assignee.id.slice(0, 8)}`
}

export interface AssigneeChoice {
  label: string
  hint: string
  assignee: { id: string; type: 'user' } | null
}

/** To whom an issue can be given: who is looking first, nobody last. */
export function assigneeChoices(
  members: Member[],
  me: { id: string } | null | undefined,
): AssigneeChoice[] {
  const mine = (member: Member) => member.id === me?.id
  return [
    ...members.filter(mine),
    ...members
      .filter((member) => !mine(member))
      .sort((one, other) => one.email.localeCompare(other.email)),
  ]
    .map((member): AssigneeChoice => {
      const name = member.first_name || member.email
      return {
        label: mine(member) ? `${name} (me)` : name,
        hint: member.first_name ? member.email : '',
        assignee: { id: member.id, type: 'user' },
      }
    })
    .concat({ label: 'Nobody', hint: '', assignee: null })
}
