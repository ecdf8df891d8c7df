import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser";

/** Makes sure that there is a Chromium: the one that is here, else Playwright's download, else the system's package. */
const ATTEMPTS: { what: string; command: string[]; applies: () => boolean }[] = [
  { what: "Playwright's own download", command: ["npx", "playwright", "install", "chromium"], applies: () => true },
  {
    what: "the system's package",
    command: ["sh", "-c", "apt-get update && apt-get install -y chromium"],
    applies: () => process.getuid?.() === 0 && hasApt(),
  },
];
const DOWNLOAD_MS = 240_000;

let browser = findBrowser();
for (const { what, command, applies } of ATTEMPTS) {
  if (browser !== null || !applies()) continue;
  process.stdout.write(`No Chromium here; trying ${what}.\n`);
  const [name = "", ...args] = command;
  spawnSync(name, args, { stdio: ["ignore", "ignore", "ignore"], timeout: DOWNLOAD_MS });
  browser = findBrowser();
}

if (browser === null) {
  process.stderr.write(
    "The browser tests need a Chromium and none was found or could be installed. Install one (Debian: sudo apt-get install chromium; " +
      "elsewhere: npx playwright install chromium) or name one: CHROMIUM_PATH=/path/to/chromium npm test\n",
  );
  process.exit(1);
}
process.stdout.write(`Browser: ${browser}\n`);

function hasApt(): boolean {
  return spawnSync("apt-get", ["--version"], { stdio: "ignore" }).status === 0;
}
