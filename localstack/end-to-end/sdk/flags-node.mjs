// Evaluates flags with the official Node SDK, by asking and by itself:
// flags-node.mjs HOST TOKEN SECRET_KEY USERS
// USERS is a JSON file of [{distinctId, personProperties, groups, groupProperties}].
// Prints {"remote": ["flag=value,...", ...], "local": [...]}, in the order of the users.
import { readFileSync } from "node:fs";
import { PostHog } from "posthog-node";

const [host, token, secretKey, file] = process.argv.slice(2);
const users = JSON.parse(readFileSync(file, "utf8"));
const patience = { host, featureFlagsRequestTimeoutMs: 120_000, fetchRetryCount: 3 };

const asking = new PostHog(token, patience);
const remote = await all(asking, {}, 8);
await asking.shutdown();

const deciding = new PostHog(token, { ...patience, secretKey });
if (!(await deciding.waitForLocalEvaluationReady(120_000))) {
  throw new Error("No definitions came");
}
const local = await all(deciding, { onlyEvaluateLocally: true }, 8);
await deciding.shutdown();
console.log(JSON.stringify({ remote, local }));

async function all(client, options, atOnce) {
  const answers = new Array(users.length);
  let next = 0;
  const worker = async () => {
    while (next < users.length) {
      const index = next++;
      const { distinctId, ...known } = users[index];
      answers[index] = written(await client.getAllFlags(distinctId, { ...known, ...options }));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return answers;
}

function written(flags) {
  return Object.keys(flags)
    .sort()
    .map((key) => `${key}=${flags[key]}`)
    .join(",");
}
