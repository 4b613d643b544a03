// What posthog-node does, against Tenrec: only the host is another.
import { PostHog } from 'posthog-node'

const { TENREC_HOST: host, TENREC_TOKEN: token, TENREC_KEY: personalApiKey } = process.env
if (!host || !token) {
  console.error('Set TENREC_HOST and TENREC_TOKEN to what ./tenrec up prints.')
  process.exit(2)
}
const distinctId = 'ada@example.com'
const groups = { company: 'analytical-engines' }
const personProperties = { newsletter: 'true' }

const remote = new PostHog(token, { host })
remote.identify({ distinctId, properties: { name: 'Ada', plan: 'pro' } })
remote.groupIdentify({
  groupType: 'company',
  groupKey: groups.company,
  properties: { employees: 12 },
  distinctId,
})

const flags = await remote.evaluateFlags(distinctId, { groups, personProperties })
console.log('flags, asked for:', flags.keys)
console.log('offer:', flags.getFlag('newsletter-offer'))

remote.capture({ distinctId, event: 'sample ran', groups, flags, properties: { from: 'node' } })
remote.captureException(new TypeError('A sample broke, as it was asked to'), distinctId, { from: 'node' })
await remote.shutdown()

if (personalApiKey) {
  const local = new PostHog(token, { host, personalApiKey })
  await local.waitForLocalEvaluationReady()
  const options = { personProperties, onlyEvaluateLocally: true }
  console.log('flags, evaluated here:', await local.getAllFlags(distinctId, options))
  await local.shutdown()
}
