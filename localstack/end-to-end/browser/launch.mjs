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
  "--disable-blink-features=AutomationControlled",
];

// Enough for the npm build to run without root; unlike its own defaults these keep web security on.
const carriedFlags = ["--headless=shell", "--no-zygote", "--disable-setuid-sandbox", "--in-process-gpu"];

export async function launch() {
  if (installed) {
    return chromium.launch({ executablePath: installed, args: flags });
  }
  const { default: carried } = await import("@sparticuz/chromium");
  return chromium.launch({
    executablePath: await carried.executablePath(),
    args: [...carriedFlags, ...flags],
  });
}

// A page of an ordinary visitor: posthog-js drops what it takes for a robot, by the user agent and
// by the brands that a browser names beside it.
export async function visit(browser) {
  const version = browser.version().split(".")[0];
  const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, userAgent });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setUserAgentOverride", {
    userAgent,
    acceptLanguage: "en-US",
    userAgentMetadata: {
      brands: ["Google Chrome", "Chromium"].map((brand) => ({ brand, version })),
      platform: "Linux",
      platformVersion: "6.1.0",
      architecture: "x86",
      model: "",
      mobile: false,
    },
  });
  return page;
}
