import { type Browser, chromium } from "@playwright/test";
import { findBrowser } from "../e2e/browser";
import { median, revealedSample, visit } from "./cost-screen";
import type { Running } from "./processes";
import { atMost, type Row } from "./row";

const SLOWER = 4;
const OPENINGS = 5;
const PATIENCE_MS = 30_000;

type Screen = { name: string; path: string /** A selector of what the screen is about. */; sought: string };

const SCREENS: readonly Screen[] = [
  { name: "The differences by what they change", path: "differences", sought: "main h1:has-text('change the shortlist')" },
  { name: "The finalists", path: "shortlist", sought: "main article h2" },
];

/** How long a phone waits for what two screens are about, and how far things move after that. Medians, with a cold browser each time. */
export async function measureFirstLook(app: Running): Promise<Row[]> {
  const executablePath = findBrowser();
  if (executablePath === null) return [];
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  const rows: Row[] = [];
  try {
    const { id, cookie } = await revealedSample(app);
    for (const { name, path, sought } of SCREENS) {
      const looks: Look[] = [];
      for (let turn = 0; turn <= OPENINGS; turn += 1)
        looks.push(await look(browser, { url: `http://localhost:${app.port}/w/${id}/${path}`, cookie, sought }));
      // The first one warms the server up and is not counted.
      const [, ...counted] = looks;
      rows.push(
        atMost(`${name}, CPU slowed ${SLOWER}×`, { value: median(counted.map(({ seen }) => seen)) / 1_000, unit: "s", limit: 1.5 }),
        atMost(`${name}, layout shift`, { value: median(counted.map(({ shift }) => shift)), unit: "", limit: 0.1 }),
      );
    }
    return rows;
  } finally {
    await browser.close();
  }
}

type Look = { seen: number; shift: number };

/** Shifts are counted until the page is awake and hears of changes. */
async function look(browser: Browser, { url, cookie, sought }: { url: string; cookie: string; sought: string }): Promise<Look> {
  const page = await visit(browser, { url, cookie });
  try {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.addInitScript(WATCH);
    const stream = page.waitForResponse((reply) => reply.url().endsWith("/events"), { timeout: PATIENCE_MS });
    const began = performance.now();
    await page.goto(url, { waitUntil: "commit" });
    await page.locator(sought).first().waitFor({ timeout: PATIENCE_MS });
    const seen = performance.now() - began;
    await stream;
    return { seen, shift: await page.evaluate(() => (window as unknown as { shift: number }).shift) };
  } finally {
    await page.context().close();
  }
}

/** As text, because a transpiled function may call helpers that a page does not have. */
const WATCH = `
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
`;
