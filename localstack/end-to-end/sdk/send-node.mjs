// Sends events with the official Node SDK: send-node.mjs HOST TOKEN COUNT
import { PostHog } from "posthog-node";

const [host, token, count] = process.argv.slice(2);
const client = new PostHog(token, { host, flushAt: 50, flushInterval: 1000 });
for (let i = 0; i < Number(count); i++) {
  client.capture({
    distinctId: `node-${i % 10}`,
    event: "sent by node",
    properties: { number: i, text: `naïve "quoted" ${i}`, nested: { deep: [i, null, true] } },
  });
}
client.identify({ distinctId: "node-0", properties: { plan: "pro" } });
await client.shutdown();
console.log(JSON.stringify({ sent: Number(count) }));
