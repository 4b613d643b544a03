// Names a group with the official Node SDK, so that its type is known: group-node.mjs HOST TOKEN TYPE KEY
import { PostHog } from "posthog-node";

const [host, token, groupType, groupKey] = process.argv.slice(2);
const client = new PostHog(token, { host });
client.groupIdentify({ groupType, groupKey, properties: { seats: 1 } });
await client.shutdown();
console.log("{}");
