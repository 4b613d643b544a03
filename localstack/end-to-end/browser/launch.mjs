// Launches a headless browser: an installed Chrome or Chromium first, else the one from npm.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const installed = [
  process.env.CHROME_PATH,
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
].find((path) => path && existsSync(path));

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export async function launch() {
  if (installed) {
    return chromium.launch({ executablePath: installed, args: flags });
  }
  const { default: carried } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await carried.executablePath(),
    args: [...carried.args.filter((flag) => !flag.startsWith("--headless")), ...flags],
  });
}
