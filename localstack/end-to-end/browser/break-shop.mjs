// A visitor of a shop's release breaks things: break-shop.mjs SHOP BUNDLE SELECTOR...
// The bundle stands in for the cart page's script, as a release would. Clicks each selector.
// Prints {"errors": [...], "distinctId": "...", "sessionId": "..."}.
import { readFileSync } from "node:fs";
import { launch, visit } from "./launch.mjs";

const [shop, bundle, ...selectors] = process.argv.slice(2);
const browser = await launch();
const page = await visit(browser);
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));
await page.route("**/pages/cart.js", (route) =>
  route.fulfill({ contentType: "text/javascript", body: readFileSync(bundle) }),
);

await page.goto(new URL("cart.html", shop).href, { waitUntil: "load" });
await page.waitForFunction(() => window.posthog?.__loaded === true);
// The SDK fetches what watches for exceptions once it knows that the project wants it.
await page.waitForFunction(() => window.__PosthogExtensions__?.errorWrappingFunctions !== undefined);
for (const selector of selectors) {
  await page.click(selector);
}
const distinctId = await page.evaluate(() => window.posthog.get_distinct_id());
const sessionId = await page.evaluate(() => window.posthog.get_session_id());
// The SDK sends what it has queued every three seconds.
await page.waitForTimeout(5000);
await browser.close();
console.log(JSON.stringify({ errors, distinctId, sessionId }));
