import type { Locator, Page } from "@playwright/test";
import { expect } from "../fixtures";

const MOST_TABS = 200;
const MOST_ARROWS = 20;

/** One person's hands when there is no mouse: everything is reached by Tab, arrows and the shortcuts of the cheat sheet. */
export type Hands = {
  tabTo(target: Locator): Promise<void>;
  /** Into a field of that name. */
  type(name: string | RegExp, text: string): Promise<void>;
  /** The first button of that name; the focus is somewhere afterwards. */
  press(name: string | RegExp): Promise<void>;
  /** One of a group of radios: Tab leads to the group, arrows within it. */
  choose(target: Locator): Promise<void>;
  /** Letters one after the other, as the cheat sheet lists them. */
  goBy(keys: string, url: RegExp): Promise<void>;
};

export function handsOf(page: Page): Hands {
  const tabUntil = async (target: Locator, isThere: (wanted: SVGElement | HTMLElement) => boolean) => {
    await expect(target).toBeVisible();
    // Looked up once: to find something by its name takes longer than a step.
    const wanted = await target.elementHandle();
    for (let n = 0; n < MOST_TABS; n++) {
      if (await wanted?.evaluate(isThere)) return;
      await page.keyboard.press("Tab");
    }
    await expect(target, "reached by Tab").toBeFocused();
  };
  const tabTo = (target: Locator) => tabUntil(target, (wanted) => wanted === document.activeElement);
  return {
    tabTo,
    async type(name, text) {
      await tabTo(page.getByRole("textbox", { name, exact: typeof name === "string" }));
      await page.keyboard.insertText(text);
    },
    async press(name) {
      await tabTo(page.getByRole("button", { name }).first());
      await page.keyboard.press("Enter");
      // What it did may take the button away: the keyboard goes on from that place, never from the top of the page.
      await expect(page.locator(":focus")).toHaveCount(1);
    },
    async choose(target) {
      await tabUntil(target, (radio) => radio.getAttribute("name") === document.activeElement?.getAttribute("name"));
      for (let n = 0; n < MOST_ARROWS; n++) {
        if (await target.evaluate((radio) => radio === document.activeElement)) break;
        await page.keyboard.press("ArrowDown");
      }
      await page.keyboard.press("Space");
      await expect(target).toBeChecked();
    },
    async goBy(keys, url) {
      await page.locator("#main").focus();
      for (const key of keys) await page.keyboard.press(key);
      await expect(page).toHaveURL(url);
      await expect(page.getByRole("heading").first()).toBeVisible();
    },
  };
}
