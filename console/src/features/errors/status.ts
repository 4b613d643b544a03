import type { Status } from '@/api/issues'
import type { BadgeTone } from '@/components/Badge'

interface StatusMeaning {
  label: string
  tone: BadgeTone
  /** What follows from it. */
  meaning: string
  /** What setting it is called. */
  action: string
}

export const statusMeanings: Record<Status, StatusMeaning> = {
  active: {
    label: 'Active',
    tone: 'bad',
    meaning: 'It has to be looked at.',
    action: 'Open again',
  },
  resolved: {
    label: 'Resolved',
    tone: 'good',
    meaning: 'It opens again by itself when it happens again.',
    action: 'Resolve',
  },
  archived: {
    label: 'Archived',
    tone: 'plain',
    meaning: 'It stays out of sight, and is still counted.',
    action: 'Archive',
  },
  suppressed: {
    label: 'Suppressed',
    tone: 'warn',
    meaning: 'What comes of it from now on is not kept.',
    action: 'Suppress',
  },
}
