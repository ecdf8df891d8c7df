import { chromium, expect } from "@playwright/test";
import { findBrowser } from "../browser";
import type { AppProcess } from "./app-process";
import type { Violation } from "./history";
import type { Postgres } from "./postgres";

const TYPED = "Counted while the database was away";
const BACK_MS = 30_000;

/** A page that is loaded while PostgreSQL is away says so with 503, comes back by itself, and what was typed before arrives. */
export async function loadWithoutDatabase(stage: { origin: string; postgres: Postgres; app: AppProcess }): Promise<Violation[]> {
  const executablePath = findBrowser();
  if (!executablePath) return [{ invariant: "I10", text: "there is no browser on this machine; npm run e2e says how to get one" }];
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const page = await browser.newPage();
    await page.goto(stage.origin);
    await page.getByRole("textbox", { name: "What are you deciding?" }).fill("Where do the readings go?");
    await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
    await page.getByRole("button", { name: "Start worksheet" }).click();
    await page.waitForURL(/\/w\//u);
    await page.goto(`${page.url().replace(/\/$/u, "")}/step/scale`);
    const field = page.getByRole("textbox", { name: /Why these numbers/u });
    await expect(field).toBeVisible();
    await stage.postgres.kill();
    await field.fill(TYPED);
    await field.blur();
    await expect(page.getByText(/kept on this device/u).first()).toBeVisible();
    const reply = await page.reload();
    const found = [reply?.status(), reply?.headers()["retry-after"]];
    await expect(page.getByRole("heading", { name: "The server’s database is away" })).toBeVisible();
    await stage.postgres.start();
    await stage.app.untilReady();
    await expect(field).toHaveValue(TYPED, { timeout: BACK_MS });
    await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible({ timeout: BACK_MS });
    return found[0] === 503 && found[1] !== undefined
      ? []
      : [{ invariant: "I10", text: `a page answered ${found.join(", ")} while the database was away` }];
  } catch (error) {
    return [{ invariant: "I10", text: `the page did not come back: ${error instanceof Error ? error.message.split("\n")[0] : ""}` }];
  } finally {
    await browser.close();
  }
}
