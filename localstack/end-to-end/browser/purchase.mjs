// A visitor buys something in the shop, signing up first with EMAIL: purchase.mjs SHOP_ADDRESS [EMAIL]
// Prints {"pages": [...], "errors": [...], "distinctId": "..."}.
import { launch, visit } from "./launch.mjs";

const [shop, email] = process.argv.slice(2);
const browser = await launch();
const page = await visit(browser);
const pages = [];
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));
page.on("framenavigated", (frame) => frame === page.mainFrame() && pages.push(frame.url()));

async function settled() {
  await page.waitForFunction(() => window.posthog?.__loaded === true);
}

if (email) {
  await page.goto(new URL("sign-up.html", shop).href, { waitUntil: "load" });
  await settled();
  await page.fill("[name=name]", "Grace Hopper");
  await page.fill("[name=email]", email);
  await page.click("[data-shop=sign-up]");
  await page.waitForSelector("#welcome:not([hidden])");
}
await page.goto(shop, { waitUntil: "load" });
await settled();
await page.click("[data-shop=browse]");
await page.waitForURL("**/products*");
await settled();
await page.click("[data-shop=product] >> nth=0");
await page.waitForURL("**/product.html*");
await settled();
await page.click("[data-shop=add]");
await page.goto(new URL("cart.html", shop).href, { waitUntil: "load" });
await settled();
await page.click("[data-shop=checkout]");
await page.waitForURL("**/checkout*");
await settled();
await page.fill("[name=name]", "Grace Hopper");
await page.fill("[name=email]", "grace@example.com");
await page.click("[data-shop=pay]");
await page.waitForURL("**/thank-you*");
await settled();
const distinctId = await page.evaluate(() => window.posthog.get_distinct_id());
// The SDK sends what it has queued every three seconds.
await page.waitForTimeout(5000);
await browser.close();
console.log(JSON.stringify({ pages, errors, distinctId }));
