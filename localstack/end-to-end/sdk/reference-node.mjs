// The official Node SDK as a reference: evaluates flags from given definitions and asks nobody.
// reference-node.mjs FILE, a JSON list of rounds {definitions, users: [{distinctId, ...}]}.
// Prints a list of rounds, each a list of objects of flag to answer; a flag that the SDK would ask the server
// for is missing.
import { readFileSync } from "node:fs";
import { PostHog } from "posthog-node";

const answers = [];
for (const { definitions, users } of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const client = new PostHog("phc_reference", {
    host: "http://127.0.0.1:9",
    secretKey: "phs_reference",
    strictLocalEvaluation: true,
    fetch: async () => ({
      status: 200,
      headers: { get: () => undefined },
      json: async () => definitions,
      text: async () => JSON.stringify(definitions),
    }),
  });
  await client.waitForLocalEvaluationReady();
  const round = [];
  for (const { distinctId, ...known } of users) {
    round.push(await client.getAllFlags(distinctId, { ...known, onlyEvaluateLocally: true }));
  }
  answers.push(round);
  await client.shutdown();
}
console.log(JSON.stringify(answers));
