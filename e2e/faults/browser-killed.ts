import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, expect, type Page } from "@playwright/test";
import { findBrowser } from "../browser";
import type { Violation } from "./history";

const TYPED = "Counted in the access log of the last quarter";

/** FT-09: the browser is killed after typing and before any reply; opened again on the same profile, the text is there and arrives. */
export async function killBrowser(origin: string): Promise<Violation[]> {
  const executablePath = findBrowser();
  if (!executablePath) return [{ invariant: "I1", text: "there is no browser on this machine; npm run e2e says how to get one" }];
  const profile = mkdtempSync(join(tmpdir(), "shortlist-profile-"));
  try {
    const address = await start({ profile, executablePath, origin });
    await typeAndDie({ profile, executablePath, address });
    return await openAgain({ profile, executablePath, address });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A browser keeps its cookies on disk after half a minute or when it is closed: here it is closed. */
async function start({ profile, executablePath, origin }: { profile: string; executablePath: string; origin: string }): Promise<string> {
  const context = await launch(profile, executablePath);
  const page = await context.newPage();
  await page.goto(origin);
  await page.getByRole("textbox", { name: "What are you deciding?" }).fill("Where do the readings go?");
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await page.getByRole("button", { name: "Start worksheet" }).click();
  await page.waitForURL(/\/w\//u);
  const address = `${page.url().replace(/\/$/u, "")}/step/scale`;
  await context.close();
  return address;
}

async function typeAndDie({ profile, executablePath, address }: { profile: string; executablePath: string; address: string }) {
  const context = await launch(profile, executablePath);
  const page = await context.newPage();
  await page.goto(address);
  // From here on every save is under way for ever.
  await page.route(/\/answers\//u, () => undefined);
  const underWay = page.waitForRequest(/\/answers\//u);
  await reasonField(page).pressSequentially(TYPED);
  await reasonField(page).blur();
  await underWay;
  await kill(context, profile);
}

async function openAgain({
  profile,
  executablePath,
  address,
}: {
  profile: string;
  executablePath: string;
  address: string;
}): Promise<Violation[]> {
  const context = await launch(profile, executablePath);
  try {
    const page = await context.newPage();
    await page.goto(address);
    await expect(reasonField(page)).toHaveValue(TYPED);
    await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
    return [];
  } catch (error) {
    return [
      {
        invariant: "I1",
        text: `what was typed before the crash is not there: ${error instanceof Error ? error.message.split("\n")[0] : ""}`,
      },
    ];
  } finally {
    await context.close();
  }
}

const reasonField = (page: Page) => page.getByRole("textbox", { name: /Why these numbers/u });

function launch(profile: string, executablePath: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), "--disable-quic", "--no-first-run", "--disable-background-networking"],
  });
}

/** SIGKILL to the browser's first process; the others follow it. */
async function kill(context: BrowserContext, profile: string) {
  const closed = new Promise<void>((done) => context.once("close", () => done()));
  const pid = readdirSync("/proc").find(
    (name) => /^\d+$/u.test(name) && isBrowserOf(profile, () => readFileSync(`/proc/${name}/cmdline`, "utf8")),
  );
  process.kill(Number(pid), "SIGKILL");
  await closed;
}

function isBrowserOf(profile: string, read: () => string): boolean {
  try {
    const words = read().split("\0");
    return words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith("--type="));
  } catch {
    return false;
  }
}
