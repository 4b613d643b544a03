// Reads a trend and a SQL answer off the console:
// console-trend.mjs FRONT EMAIL PASSWORD EVENT PICTURE
// Prints {"total": n, "sql": n, "errors": [...]}.
import { launch, visit } from "./launch.mjs";

const [front, email, password, event, picture] = process.argv.slice(2);
const browser = await launch();
const page = await visit(browser);
const errors = [];
page.on("pageerror", (error) => errors.push(String(error)));

await page.goto(new URL("/login", front).href);
await page.fill("[name=email]", email);
await page.fill("[name=password]", password);
await page.press("[name=password]", "Enter");
await page.waitForURL("**/project/**");

const trend = new URL("/project/1/insights/new", front);
trend.searchParams.append("series", event);
await page.goto(trend.href);
const total = page.locator("table tbody tr").first().locator("td").nth(1);
await total.waitFor();
await page.screenshot({ path: picture });
const shown = Number((await total.innerText()).replaceAll(/[^0-9]/g, ""));

await page.goto(new URL("/project/1/sql", front).href);
const editor = page.locator(".cm-content");
await editor.click();
await page.keyboard.press("Control+a");
await page.keyboard.insertText(`select count() from events where event = '${event}'`);
await page.keyboard.press("Control+Enter");
const cell = page.locator("[role=cell], td").first();
await cell.waitFor();
const sql = Number((await cell.innerText()).replaceAll(/[^0-9]/g, ""));
await page.screenshot({ path: picture.replace(".png", "-sql.png") });
await browser.close();
console.log(JSON.stringify({ total: shown, sql, errors }));
