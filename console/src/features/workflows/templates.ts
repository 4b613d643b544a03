import { newDraft, newEvent, type WorkflowDraft } from './draft'
import { newDeed, type Deed, type Step } from './step'

export interface Start {
  key: string
  label: string
  says: string
  draft: WorkflowDraft
}

const step = (id: string, name: string, does: Deed): Step => ({
  id,
  name,
  goesOn: false,
  does,
  rest: {},
})

const webhook = (body: string): Deed => ({
  type: 'webhook',
  method: 'POST',
  url: '',
  headers: [],
  body,
})

const person = '{person.properties.email}'

/** Workflows to begin with; what only their owner knows is left open, and the editor asks for it. */
export const starts: Start[] = [
  {
    key: 'slack',
    label: 'Tell Slack about a purchase',
    says: 'A message in a channel for every order, with who bought and for how much.',
    draft: {
      ...newDraft,
      name: 'Tell Slack about a purchase',
      events: [newEvent('purchase completed')],
      steps: [
        step(
          'slack',
          'Tell Slack',
          webhook(
            `{"text": "${person} bought for {event.properties.revenue} {event.properties.currency}"}`,
          ),
        ),
      ],
    },
  },
  {
    key: 'thanks',
    label: 'Thank for a large order a day later',
    says: 'Waits a day, then writes to those who spent more than 100.',
    draft: {
      ...newDraft,
      name: 'Thank for a large order',
      events: [newEvent('purchase completed')],
      steps: [
        step('wait', '', { type: 'delay', amount: '1', unit: 'd' }),
        step('large', 'A large order?', {
          type: 'conditional_branch',
          branches: [
            {
              filters: [{ type: 'event', key: 'revenue', operator: 'gt', value: ['100'] }],
              kept: [],
              steps: [
                step('thanks', 'Say thank you', {
                  ...(newDeed('email') as Extract<Deed, { type: 'email' }>),
                  subject: 'Thank you, {person.properties.name}',
                  text: 'Hello {person.properties.name},\n\nthank you for your order. If anything is not as you like it, just answer this email.\n',
                }),
              ],
            },
          ],
          otherwise: [],
        }),
      ],
    },
  },
  {
    key: 'welcome',
    label: 'Welcome a new account in your own system',
    says: 'Calls an address of yours with the person, as soon as somebody signs up.',
    draft: {
      ...newDraft,
      name: 'Welcome a new account',
      events: [newEvent('signed up')],
      steps: [
        step(
          'call',
          'Call our system',
          webhook(
            `{\n  "id": "{event.distinct_id}",\n  "email": "${person}",\n  "name": "{person.properties.name}"\n}`,
          ),
        ),
      ],
    },
  },
  {
    key: 'issue',
    label: 'Tell Slack about a new error',
    says: 'A message when an exception is seen for the first time, or again after it was resolved.',
    draft: {
      ...newDraft,
      name: 'Tell Slack about a new error',
      events: [
        newEvent('$error_tracking_issue_created'),
        newEvent('$error_tracking_issue_reopened'),
      ],
      steps: [
        step(
          'slack',
          'Tell Slack',
          webhook('{"text": "{event.properties.name}: {event.properties.description}"}'),
        ),
      ],
    },
  },
]

export const startOf = (key: string | null): WorkflowDraft =>
  starts.find((start) => start.key === key)?.draft ?? newDraft
