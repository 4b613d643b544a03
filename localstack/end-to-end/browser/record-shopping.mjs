// A visitor is recorded while shopping, in two windows: record-shopping.mjs SHOP_ADDRESS
// Prints what the recording has to show: {"sessionId", "distinctId", "windows", "clicks", "inputs",
// "pages": [...], "moments": [{"name", "at", "url", "heading", "text"}], "errors": [...]}.
import { launch, visit } from "./launch.mjs";

const shop = process.argv[2];
const browser = await launch();
const page = await visit(browser);
const seen = { click: 0, input: 0 };
const pages = [];
const moments = [];
const errors = [];

await page.context().exposeBinding("__seen", (_, kind) => seen[kind]++);
await page.context().addInitScript(() => {
  // Further windows of a headless browser say that they are one, and posthog-js drops robots.
  delete Navigator.prototype.userAgentData;
  for (const kind of ["click", "input"]) {
    document.addEventListener(kind, () => window.__seen(kind), { capture: true });
  }
});
page.on("pageerror", (error) => errors.push(String(error)));

/** Only what happens after the recorder has started can be in the recording. */
async function recording(tab) {
  await tab.waitForFunction(() => window.posthog?.sessionRecordingStarted?.() === true, null, {
    timeout: 60_000,
  });
  pages.push(tab.url());
  // The first picture is taken just after that, and sent once somebody is there.
  await tab.waitForTimeout(700);
  await tab.mouse.move(200 + pages.length, 200, { steps: 3 });
}

/** Waits until all that was recorded so far is sent: the second time includes what the first left. */
async function sent(tab) {
  for (const x of [240, 320]) {
    const answer = tab.waitForResponse((one) => new URL(one.url()).pathname === "/s/", {
      timeout: 60_000,
    });
    await tab.mouse.move(x, 260, { steps: 4 });
    await answer;
  }
}

async function moment(name, tab) {
  await tab.waitForTimeout(600);
  const seenThere = await tab.evaluate(() => ({
    url: location.href,
    heading: document.querySelector("h1").innerText,
    text: document.querySelector("main").innerText,
  }));
  moments.push({ name, at: Date.now(), ...seenThere });
  await tab.waitForTimeout(600);
}

await page.goto(shop, { waitUntil: "load" });
await recording(page);
await moment("home", page);
await page.mouse.move(300, 300, { steps: 8 });
await page.mouse.move(500, 420, { steps: 8 });
await page.click("[data-shop=browse]");
await page.waitForURL("**/products*");
await recording(page);
await page.click("[data-shop=product] >> nth=1");
await page.waitForURL("**/product.html*");
await recording(page);
await page.evaluate(() => console.error("The kettle is empty"));
await moment("product", page);
await page.click("[data-shop=add]");
await page.waitForTimeout(400);

const other = await page.context().newPage();
await other.goto(new URL("products.html", shop).href, { waitUntil: "load" });
await recording(other);
await other.mouse.move(400, 300, { steps: 6 });
await other.click("main h1");
await moment("other window", other);
await other.mouse.wheel(0, 300);
await sent(other);
await other.close();

await page.bringToFront();
await page.goto(new URL("cart.html", shop).href, { waitUntil: "load" });
await recording(page);
await page.click("[data-shop=checkout]");
await page.waitForURL("**/checkout*");
await recording(page);
await page.click("[name=name]");
await page.keyboard.type("Grace Hopper", { delay: 40 });
await page.click("[name=email]");
await page.keyboard.type("grace@example.com", { delay: 40 });
await moment("checkout", page);
await page.click("[data-shop=pay]");
await page.waitForURL("**/thank-you*");
await recording(page);
await moment("thanks", page);
const ids = await page.evaluate(() => ({
  sessionId: window.posthog.get_session_id(),
  distinctId: window.posthog.get_distinct_id(),
}));
await sent(page);
// The SDK sends its events every three seconds.
await page.waitForTimeout(4_000);
await browser.close();
console.log(
  JSON.stringify({ ...ids, windows: 2, clicks: seen.click, inputs: seen.input, pages, moments, errors }),
);
