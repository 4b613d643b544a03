// Watches a recording in the console: console-replay.mjs FRONT EMAIL PASSWORD SESSION MOMENTS PICTURES
// MOMENTS is a JSON list of {"name", "seconds"}; of each, what the player shows is printed and a
// picture is saved in the directory PICTURES. Prints {"listed", "shown": {NAME: {"heading", "text",
// "inputs", "address", "clock"}}, "items", "played", "errors": [...]}.
import { join } from "node:path";
import { launch, visit } from "./launch.mjs";

const [front, email, password, session, momentsJson, pictures] = process.argv.slice(2);
const browser = await launch();
const page = await visit(browser);
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));

await page.goto(new URL("/login", front).href);
await page.fill("[name=email]", email);
await page.fill("[name=password]", password);
await page.press("[name=password]", "Enter");
await page.waitForURL("**/project/**");

await page.goto(new URL("/project/1/replay", front).href);
const row = page.locator(`a[href$="/replay/${session}"]`);
await row.waitFor();
const listed = await row.innerText();
await page.screenshot({ path: join(pictures, "replay-list.png") });
await row.click();
await page.locator("[data-player=screen] > div:not([hidden]) iframe").waitFor();

/** The recorded page as it stands in the player; the frame of the window that is shown. */
function film() {
  const frames = [...document.querySelectorAll("[data-player=screen] > div")];
  const frame = frames.find((one) => !one.hidden)?.querySelector("iframe");
  const there = frame?.contentDocument;
  return {
    heading: there?.querySelector("h1")?.innerText ?? "",
    text: there?.querySelector("main")?.innerText ?? "",
    inputs: [...(there?.querySelectorAll("input, textarea") ?? [])].map((input) => input.value),
    address: document.querySelector("[data-player=address]")?.textContent ?? "",
    clock: document.querySelector("[data-player=clock]")?.innerText ?? "",
  };
}

const shown = {};
for (const { name, seconds } of JSON.parse(momentsJson)) {
  await page.goto(new URL(`/project/1/replay/${session}?t=${seconds}`, front).href);
  await page.locator("[data-player=screen] > div:not([hidden]) iframe").waitFor();
  await page.getByRole("button", { name: "Play", exact: true }).waitFor();
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll("[data-player=screen] > div")]
        .find((one) => !one.hidden)
        ?.querySelector("iframe")
        ?.contentDocument?.querySelector("h1"),
  );
  // Style sheets of the film are applied in steps; its texts are there at once.
  await page.waitForTimeout(1_500);
  shown[name] = await page.evaluate(film);
  await page.screenshot({ path: join(pictures, `replay-${name.replaceAll(" ", "-")}.png`) });
}

const inspector = page.getByRole("region", { name: "What happened" });
const items = await inspector.locator("ol > li button:first-child").allInnerTexts();
await page.keyboard.press("Home");
await page.getByRole("button", { name: "Play", exact: true }).click();
await page.waitForFunction(
  () => !document.querySelector("[data-player=clock]").innerText.startsWith("0:00"),
);
const played = await page.evaluate(film);
await inspector.getByRole("button", { name: "Console", exact: true }).click();
await page.screenshot({ path: join(pictures, "replay-playing.png") });
await browser.close();
console.log(JSON.stringify({ listed, shown, items, played, errors }));
