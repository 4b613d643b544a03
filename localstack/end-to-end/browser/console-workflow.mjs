// Builds a workflow by clicking, publishes it, and looks at the run that an event starts:
// console-workflow.mjs FRONT EMAIL PASSWORD TOKEN RECEIVER PICTURES
// Prints {"refused": "...", "status": "...", "steps": [...], "sent": "...", "listed": "...", "errors": [...]}.
import { launch, visit } from "./launch.mjs";

const [front, email, password, token, receiver, pictures] = process.argv.slice(2);
const browser = await launch();
const page = await visit(browser);
page.setDefaultTimeout(90_000);
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));
const picture = (name) => page.screenshot({ path: `${pictures}/workflow-${name}.png` });

const pick = async (picker, choice) => {
  await page.getByRole("button", { name: picker }).click();
  await page.getByRole("combobox", { name: `Search: ${picker}` }).fill(choice);
  await page.keyboard.press("Enter");
};

await page.goto(new URL("/login", front).href);
await page.fill("[name=email]", email);
await page.fill("[name=password]", password);
await page.press("[name=password]", "Enter");
await page.waitForURL("**/project/**");

await page.goto(new URL("/project/1/workflows", front).href);
await page.getByRole("link", { name: "New workflow" }).click();
await page.waitForURL("**/workflows/new");

await page.getByLabel("Name of the workflow").fill("Tell us about orders");
await pick("Event that starts a run", "order placed");
await page.getByRole("button", { name: "Add a filter" }).click();
await pick("Property to filter by", "total");
await page.getByLabel("How total is compared").selectOption("gt");
await page.getByLabel("Value of total").fill("10");
await page.keyboard.press("Enter");

const add = async (index, step) => {
  await page.getByRole("button", { name: "Add a step here" }).nth(index).click();
  await page.getByRole("menuitem", { name: step }).click();
};

await add(0, "Condition");
await page.getByRole("region", { name: "Way 1" }).getByRole("button", { name: "Add a filter" }).click();
await pick("Property to filter by", "total");
await page.getByLabel("How total is compared").selectOption("gte");
await page.getByLabel("Value of total").fill("100");
await page.keyboard.press("Enter");

// Below the condition's first way, then below the other one.
await page.getByLabel("Name of the step").fill("A large order?");
await add(1, "Webhook");
await page.getByLabel("Name of the step").fill("Tell us");
await page.getByLabel("Address", { exact: true }).fill(`${receiver}?who=`);
await pick("Insert a value into Address", "event.distinct_id");
await page.getByLabel("Body", { exact: true }).fill('{"total": {env.SECRET}}');
await add(2, "Email");
await page.getByLabel("Name of the step").fill("Say thank you");
await page.getByLabel("From", { exact: true }).fill("Leaf & Kettle <tea@example.com>");
await page.getByLabel("To", { exact: true }).fill("{event.properties.email}");
await page.getByLabel("Subject", { exact: true }).fill("Thank you for order {event.properties.order}");
await page.getByLabel("Text", { exact: true }).fill("It is on its way.");
await add(4, "Wait");

await page.getByRole("button", { name: "Create the draft" }).click();
// The step that is at fault says so, and is the one that is shown.
const alert = page.locator("[role=alert]").first();
await alert.waitFor();
const refused = await alert.innerText();
await picture("refused");

await page.getByLabel("Body", { exact: true }).fill('{"total": {event.properties.total}}');
await page.getByRole("button", { name: "Create the draft" }).click();
await page.waitForURL(/workflows\/\d+$/);
await page.getByRole("button", { name: "Publish" }).click();
await page.getByRole("button", { name: "Pause" }).waitFor();
await page.getByRole("button", { name: "Tell us" }).first().click();
await page.mouse.move(0, 0);
await page.waitForTimeout(5_000);
await picture("editor");
const id = page.url().split("/").pop();

// A second passes until the function has seen the change.
let status = "";
await page.getByRole("link", { name: "Runs", exact: true }).click();
const run = page.locator("table tbody tr").first();
for (let attempt = 0; attempt < 20 && !(await run.isVisible()); attempt++) {
  await fetch(new URL("/e/", front), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      api_key: token,
      event: "order placed",
      distinct_id: "browser",
      properties: { total: 120, order: "A-17", email: "grace@example.com" },
    }),
  });
  await run.waitFor({ timeout: 15_000 }).catch(() => {});
}
await picture("runs");
await run.getByRole("link").first().click();
await page.waitForURL(/runs\/[0-9a-f-]+$/);
await page.getByText("Completed", { exact: true }).waitFor();
status = await page.locator("h1 + span").innerText();
const steps = await page.locator("ol li header b").allInnerTexts();
const sent = await page.locator("ol pre").first().innerText();
await picture("run");

await page.goto(new URL("/project/1/workflows", front).href);
const row = page.locator("tr", { has: page.locator(`a[href$="/workflows/${id}"]`) });
await row.waitFor();
await page.waitForFunction(
  (text) => [...document.querySelectorAll("tr")].some((tr) => tr.innerText.includes(text) && !tr.innerText.includes("–")),
  "Tell us about orders",
);
const listed = (await row.innerText()).replaceAll(/\s+/g, " ");
await picture("list");
await browser.close();
console.log(JSON.stringify({ refused, status, steps, sent, listed, errors }));
