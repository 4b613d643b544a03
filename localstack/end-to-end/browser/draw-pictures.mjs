// Draws the console's pages, for the README and for whoever wants to look at all of them at once:
// draw-pictures.mjs FRONT FOLDER [NAME ...]
// Signs in as TENREC_EMAIL with TENREC_PASSWORD, becoming the owner where there is none. Prints a
// line for each picture, and what went wrong on its page.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch, visit } from "./launch.mjs";
import { withPalette } from "./palette.mjs";

const [front, folder, ...wanted] = process.argv.slice(2);
const email = process.env.TENREC_EMAIL ?? "ada@example.com";
const password = process.env.TENREC_PASSWORD ?? "correct horse battery";

const firstLink = (selector) => async (page) => {
  await page.locator(selector).first().click();
};
const pages = [
  { name: "home", path: "home" },
  { name: "trend", path: "insights/new?series=%24pageview&series=product+viewed&series=purchase+completed" },
  { name: "insights", path: "insights" },
  { name: "sql", path: "sql", act: askInSql },
  { name: "live", path: "live" },
  { name: "persons", path: "persons" },
  { name: "person", path: "persons", act: firstLink("main tr:has-text('@mail.example') a[href*='/persons/']") },
  { name: "cohorts", path: "cohorts" },
  { name: "cohort", path: "cohorts", act: firstLink("main table a") },
  { name: "flags", path: "flags" },
  { name: "flag", path: "flags", act: firstLink("main a:has-text('free-shipping-banner')") },
  { name: "replay", path: "replay" },
  { name: "recording", path: "replay", act: watch },
  { name: "errors", path: "errors" },
  { name: "error", path: "errors", act: firstLink("main a:has-text('KeyError')") },
  { name: "source-maps", path: "errors/source-maps" },
  { name: "workflows", path: "workflows" },
  { name: "workflow", path: "workflows", act: firstLink("main a:has-text('Thank you')") },
  { name: "workflow-runs", path: "workflows/1/runs" },
  { name: "workflow-run", path: "workflows/1/runs", act: firstLink("main table a") },
  { name: "rejected", path: "rejected" },
  { name: "settings", path: "settings/project" },
  { name: "keys", path: "settings/keys" },
];

// A recording of many pages, some way into it.
async function watch(page) {
  await page.locator("main tr", { hasText: /and [6-9] pages/ }).locator("a").first().click();
  await settled(page);
  await page.goto(`${page.url().split("?")[0]}?t=45`);
}

async function askInSql(page) {
  await page.locator(".cm-content").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(
    "select properties.$browser as browser, count() as orders, round(sum(properties.revenue), 2) as revenue\n" +
      "from events where event = 'purchase completed' group by browser order by revenue desc",
  );
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+Enter");
  await page.locator("[role=cell], td").first().waitFor();
}

async function signIn(page) {
  const setup = await page.request.get(new URL("/api/setup", front).href);
  const { owner_exists: owned } = await setup.json();
  const answer = await page.request.post(new URL(owned ? "/api/login" : "/api/setup", front).href, {
    data: { email, password, name: "Ada Lovelace" },
    headers: { "x-tenrec-request": "1" },
  });
  if (!answer.ok()) throw new Error(`Signing in answered ${answer.status()}: ${await answer.text()}`);
}

// Until nothing has been asked of the server for a while, however slow the machine is.
async function settled(page) {
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.waitForFunction(() => !document.querySelector("[role=status][aria-label=Loading]"));
  await page.waitForTimeout(800);
}

const browser = await launch();
const page = await visit(browser);
let problems = [];
page.on("pageerror", (error) => problems.push(String(error)));
page.on("response", (answer) => {
  if (answer.status() >= 400) problems.push(`${answer.status()} ${answer.url()}`);
});
mkdirSync(folder, { recursive: true });
await signIn(page);
for (const { name, path, act } of pages) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  problems = [];
  try {
    await page.goto(new URL(`/project/1/${path}`, front).href);
    await settled(page);
    if (act) {
      await act(page);
      await settled(page);
    }
  } catch (failure) {
    problems.push(String(failure).split("\n")[0]);
  }
  const picture = withPalette(await page.screenshot());
  writeFileSync(join(folder, `${name}.png`), picture);
  console.log(name, `${Math.ceil(picture.length / 1024)} KB`, page.url(), ...problems);
}
await browser.close();
