import { type Browser, chromium, type Page } from "@playwright/test";
import { findBrowser } from "../e2e/browser";
import { HttpClient } from "./http-client";
import type { Running } from "./processes";
import { atMost, plain, type Row } from "./row";

const SLOWER = 4;
const OPENINGS = 5;
const EDITS = 12;
const PATIENCE_MS = 30_000;

/**
 * What a person waits for on the costs screen: from opening it to the first chart with the processor slowed to a quarter,
 * and from a key in a price to the new curve. Medians; without a browser nothing is measured.
 */
export async function measureCostScreen(app: Running): Promise<Row[]> {
  const executablePath = findBrowser();
  if (executablePath === null) return [];
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const { id, cookie } = await revealedSample(app);
    const url = `http://localhost:${app.port}/w/${id}/costs`;
    const openings = [];
    for (let turn = 0; turn <= OPENINGS; turn += 1) openings.push(await openSlowly(browser, { url, cookie }));
    // The first one warms the server up and is not counted.
    const [, ...counted] = openings;
    const edit = await medianEdit(browser, { url, cookie });
    return [
      atMost(`First chart, CPU slowed ${SLOWER}×`, { value: median(counted.map(({ first }) => first)) / 1_000, unit: "s", limit: 1 }),
      plain(`Live chart, CPU slowed ${SLOWER}×`, median(counted.map(({ live }) => live)) / 1_000, "s"),
      atMost("A price edited to the new curve", { value: edit, unit: "ms", limit: 50 }),
    ];
  } finally {
    await browser.close();
  }
}

export async function revealedSample(app: Running): Promise<{ id: string; cookie: string }> {
  const client = new HttpClient(app.port);
  try {
    const headers = { origin: `http://localhost:${app.port}`, "sec-fetch-site": "same-origin", "x-shortlist": "1" };
    const sample = await client.send({ method: "POST", path: "/api/v1/worksheets/sample", headers, body: {} });
    const { id } = JSON.parse(sample.body.toString("utf8")) as { id: string };
    const cookie = sample.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    const reveal = { opId: crypto.randomUUID() };
    await client.send({ method: "POST", path: `/api/v1/worksheets/${id}/reveal`, headers: { ...headers, cookie }, body: reveal });
    return { id, cookie };
  } finally {
    client.close();
  }
}

type Visit = { url: string; cookie: string };

export async function visit(browser: Browser, { url, cookie }: Visit): Promise<Page> {
  const [name = "", value = ""] = cookie.split("=");
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce" });
  // Of the origin: a cookie of the address itself would not go with calls of the API.
  await context.addCookies([{ name, value, url: new URL(url).origin }]);
  return context.newPage();
}

/** As text, because a transpiled function may call helpers that a page does not have. */
const WATCH = `
  window.seen = {};
  requestAnimationFrame(function look() {
    // A curve is wide; the ticks of the bands are not, and the figure for print has no size at all.
    const isDrawn = [...document.querySelectorAll("figure svg path")].some((path) => path.getBoundingClientRect().width > 50);
    if (window.seen.first === undefined && isDrawn) window.seen.first = performance.now();
    if (document.querySelector("svg.recharts-surface path.recharts-line-curve")) window.seen.live = performance.now();
    else requestAnimationFrame(look);
  });
`;

/** A cold browser each time; a frame after the drawing is in the document it is on the screen. */
async function openSlowly(browser: Browser, { url, cookie }: Visit): Promise<{ first: number; live: number }> {
  const page = await visit(browser, { url, cookie });
  try {
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.addInitScript(WATCH);
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => "live" in (window as unknown as { seen: object }).seen, undefined, { timeout: PATIENCE_MS });
    return await page.evaluate(() => (window as unknown as { seen: { first: number; live: number } }).seen);
  } finally {
    await page.context().close();
  }
}

async function medianEdit(browser: Browser, target: Visit): Promise<number> {
  const page = await visit(browser, target);
  try {
    await page.goto(target.url);
    await page.locator("svg.recharts-surface").first().waitFor();
    await page
      .getByRole("button", { name: /^Change the price:/u })
      .first()
      .click();
    const field = page.getByRole("textbox", { name: /^US dollars per/u });
    await field.waitFor();
    await page.evaluate(() => {
      const times: number[] = [];
      Object.assign(window, { times });
      const chart = document.querySelector("svg.recharts-surface");
      let started = 0;
      document.addEventListener(
        "input",
        () => {
          started = performance.now();
        },
        true,
      );
      // The chart hangs below its panel; whatever is drawn anew there is the new curve.
      const panel = chart?.closest("[role=tabpanel]") ?? document.body;
      new MutationObserver(() => {
        if (started > 0) times.push(performance.now() - started);
        started = 0;
      }).observe(panel, { subtree: true, childList: true, attributes: true, attributeFilter: ["d"] });
    });
    await field.fill("1.01");
    await page.waitForFunction(() => (window as unknown as { times: number[] }).times.length > 0, undefined, { timeout: PATIENCE_MS });
    for (let turn = 0; turn < EDITS; turn += 1) {
      await field.fill(`${2 + turn}.5`);
      // The next key comes when the curve of this one is drawn: as many times as keys.
      await page.waitForFunction((count) => (window as unknown as { times: number[] }).times.length >= count, turn + 2, {
        timeout: PATIENCE_MS,
      });
    }
    const [, ...times] = await page.evaluate(() => (window as unknown as { times: number[] }).times);
    return median(times);
  } finally {
    await page.context().close();
  }
}

export function median(values: number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
