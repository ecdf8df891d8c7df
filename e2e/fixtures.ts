import { type Browser, type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import AxeSource, { type RunOnly } from "axe-core";

export type Person = { page: Page; context: BrowserContext };
type Options = { width?: number; height?: number; dark?: boolean; locale?: string };

/** Opens a browser of its own for one person, and fails the test on any error their page prints. */
type OpenPerson = (options?: Options) => Promise<Person>;

export const test = base.extend<{ person: OpenPerson }>({
  person: async ({ browser }, use) => {
    const people: Person[] = [];
    const errors: string[] = [];
    await use(async (options = {}) => {
      const opened = await openPerson(browser, options);
      watch(opened.page, errors);
      people.push(opened);
      return opened;
    });
    for (const { context } of people) await context.close();
    expect(errors).toEqual([]);
  },
});
export { expect };

async function openPerson(browser: Browser, { width = 1280, height = 900, dark = false, locale = "en-GB" }: Options): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    reducedMotion: "reduce",
    timezoneId: "Asia/Kathmandu",
    locale,
  });
  return { context, page: await context.newPage() };
}

function watch(page: Page, errors: string[]) {
  page.on("pageerror", (error) => errors.push(`page error: ${error.message}`));
  page.on("console", (message) => {
    const text = message.text();
    // The browser itself prints every refused request; the tests that provoke refusals look at what the screen says.
    if (message.type() === "error" && !/Failed to load resource|net::ERR_/u.test(text)) errors.push(`console: ${text.slice(0, 300)}`);
  });
}

const EVERY_RULE: RunOnly = { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] };
/** What can differ between two colour schemes of one page. */
const COLOURS: RunOnly = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** No violation of WCAG 2.2 A and AA that axe can find on the page as it stands. */
export const expectAccessible = (page: Page): Promise<void> => expectNoViolation(page, EVERY_RULE);

/** The same of a page that was looked at in another colour scheme before. */
export const expectAccessibleColours = (page: Page): Promise<void> => expectNoViolation(page, COLOURS);

async function expectNoViolation(page: Page, rules: RunOnly): Promise<void> {
  await page.evaluate(`window.axe || (() => { ${AxeSource.source} })(); void 0`);
  const violations = await page.evaluate(async (runOnly) => {
    const axe = (window as unknown as { axe: typeof AxeSource }).axe;
    const { violations: found } = await axe.run(document, { runOnly, resultTypes: ["violations"] });
    const nodes = found.flatMap(({ id, nodes }) => nodes.map(({ target }) => ({ id, target: target.join(" ") })));
    const kept: string[] = [];
    for (const { id, target } of nodes) {
      // A target that a bar of the page half covers is as large as it is once it is scrolled clear of it.
      if (id === "target-size") {
        document.querySelector(target)?.scrollIntoView({ block: "center", behavior: "instant" });
        const again = await axe.run(document, { runOnly: [id] });
        if (!again.violations.some(({ nodes }) => nodes.some((node) => node.target.join(" ") === target))) continue;
      }
      kept.push(`${id}: ${target}`);
    }
    return kept;
  }, rules);
  expect(violations, page.url()).toEqual([]);
}

/** Shows the page in another colour scheme, and waits until it has taken it: colours met halfway are nobody's. */
export async function showIn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", colorScheme);
}

/** The page does not scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(overflow, page.url()).toBeLessThanOrEqual(0);
}

/** Makes all letters twice as large, until the page is left. */
export async function enlargeText(page: Page): Promise<void> {
  await page.addStyleTag({ content: ":root { font-size: 200% !important; }" });
}

/** With letters twice as large nothing scrolls sideways, and no words are cut where they stand. */
export async function expectRoomForLargeText(page: Page): Promise<void> {
  await enlargeText(page);
  await expectNoSidewaysScroll(page);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("main *")]
      .filter((one) => [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? "").trim() !== ""))
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && getComputedStyle(one).overflowX === "hidden")
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && !one.classList.contains("visually-hidden"))
      .map((one) => one.textContent),
  );
  expect(cut, page.url()).toEqual([]);
}

export const worksheetId = (page: Page): string => /\/w\/([^/?#]+)/u.exec(page.url())?.[1] ?? "";
