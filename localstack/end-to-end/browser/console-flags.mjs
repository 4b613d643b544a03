// Tests a user in the console and looks at the pages of flags and cohorts:
// console-flags.mjs FRONT EMAIL PASSWORD FLAG_ID DISTINCT_ID PICTURES
// Prints {"outcome": "...", "conditions": [...], "errors": [...]}.
import { launch, visit } from "./launch.mjs";

const [front, email, password, flag, distinctId, pictures] = process.argv.slice(2);
const browser = await launch();
const page = await visit(browser);
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));

await page.goto(new URL("/login", front).href);
await page.fill("[name=email]", email);
await page.fill("[name=password]", password);
await page.press("[name=password]", "Enter");
await page.waitForURL("**/project/**");

await page.goto(new URL(`/project/1/flags/${flag}`, front).href);
await page.getByLabel("Distinct id").fill(distinctId);
await page.getByRole("button", { name: "Test", exact: true }).click();
const outcome = page.locator("[aria-live=polite] strong").first();
await outcome.waitFor();
const said = await outcome.innerText();
const conditions = await page.locator("[aria-live=polite] li h3 + span").allInnerTexts();
await page.screenshot({ path: `${pictures}/flag.png` });

for (const [path, name] of [
  ["flags", "flags"],
  ["cohorts", "cohorts"],
  ["cohorts/1", "cohort"],
  ["settings/project", "settings"],
]) {
  await page.goto(new URL(`/project/1/${path}`, front).href);
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}
await browser.close();
console.log(JSON.stringify({ outcome: said, conditions, errors }));
