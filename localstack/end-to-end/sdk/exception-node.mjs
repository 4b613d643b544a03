// An exception of a program on a server: exception-node.mjs HOST TOKEN
// Prints {}.
import { PostHog } from "posthog-node";

const [host, token] = process.argv.slice(2);
const client = new PostHog(token, { host, flushAt: 1 });

function chargeCard(order) {
  throw new RangeError(`Cannot charge ${order.total} euros`);
}

try {
  chargeCard({ total: -1 });
} catch (error) {
  client.captureException(error, "server-1", { till: 3 });
}
await client.shutdown();
console.log("{}");
