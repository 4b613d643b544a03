import type { Assignee } from '@/api/issues'

/** How an assignee is called: `me` for who is looking, else the part of the address that is a name. */
export function assigneeName(
  assignee: Assignee | null,
  me: { id: string } | null | undefined,
): string {
  if (!assignee) return 'nobody'
  if (me && assignee.id === me.id) return 'me'
  return assignee.email?.replace(/@.*/, '') || `${assignee.type} ${assignee.id.slice(0, 8)}`
}
