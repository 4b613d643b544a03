// Visits the shop as somebody new until the banner is as expected: banner.mjs SHOP_ADDRESS VARIANT
// VARIANT is one of the flag free-shipping-banner, or "none". Prints {"variant": "...", "text": "...", "visits": n}.
import { launch, visit } from "./launch.mjs";

const [shop, expected] = process.argv.slice(2);
const deadline = Date.now() + 90_000;
const browser = await launch();
let seen = {};
let visits = 0;
while (seen.variant !== expected && Date.now() < deadline) {
  visits++;
  seen = await look();
}
await browser.close();
console.log(JSON.stringify({ ...seen, visits }));

async function look() {
  const page = await visit(browser);
  await page.goto(shop, { waitUntil: "load" });
  await page.waitForFunction(() => window.posthog?.__loaded === true);
  await page.evaluate(() => new Promise((loaded) => window.posthog.onFeatureFlags(loaded)));
  const shown = await page.evaluate(() => {
    const banner = document.getElementById("promo-banner");
    return banner.hidden
      ? { variant: "none", text: "" }
      : { variant: banner.dataset.variant, text: banner.innerText };
  });
  await page.context().close();
  return shown;
}
