import { chromium, type Page } from "@playwright/test";
import { findBrowser } from "../e2e/browser";
import { median, revealedSample, visit } from "./cost-screen";
import type { Running } from "./processes";
import { atMost, type Row } from "./row";

const KEYS = 24;
const PATIENCE_MS = 30_000;
const UNCHANGED_MS = 1_000;

type Watching = { watched: { times: number[]; pressed: number } };

/** From a key that changes an answer of the what-if to the new list in the document, in a browser; the median. Without a browser nothing is measured. */
export async function measureWhatIf(app: Running): Promise<Row[]> {
  const executablePath = findBrowser();
  if (executablePath === null) return [];
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const { id, cookie } = await revealedSample(app);
    const page = await visit(browser, { url: `http://localhost:${app.port}/w/${id}/shortlist/what-if`, cookie });
    const times = await keysToLists(page, `http://localhost:${app.port}/w/${id}/shortlist/what-if`);
    return [atMost("What-if in a browser, key to list", { value: median(times), unit: "ms", limit: 50 })];
  } finally {
    await browser.close();
  }
}

async function keysToLists(page: Page, url: string): Promise<number[]> {
  await page.goto(url);
  await page.locator("[data-what-if]").waitFor({ timeout: PATIENCE_MS });
  await page.getByRole("combobox", { name: "Change the answer to" }).selectOption("workload.primary");
  await page.getByRole("radio").first().focus();
  await page.evaluate(() => {
    const watched = { times: [] as number[], pressed: 0 };
    Object.assign(window, { watched });
    document.addEventListener("keydown", (event) => Object.assign(watched, { pressed: event.timeStamp }), true);
    new MutationObserver(() => {
      if (watched.pressed > 0) watched.times.push(performance.now() - watched.pressed);
      watched.pressed = 0;
    }).observe(document.querySelector("[data-what-if]") ?? document.body, { attributes: true, childList: true, subtree: true });
  });
  for (let key = 0; key < KEYS; key += 1) {
    await page.keyboard.press("ArrowDown");
    // An answer that leads to the same list changes nothing; after a second it is taken for one.
    await page.waitForFunction(
      (most) => {
        const { pressed } = (window as unknown as Watching).watched;
        return pressed === 0 || performance.now() - pressed > most;
      },
      UNCHANGED_MS,
      { timeout: PATIENCE_MS },
    );
  }
  return page.evaluate(() => (window as unknown as Watching).watched.times);
}
