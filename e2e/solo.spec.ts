import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { expectNoStatistic } from "./pages/statistics";
import { expectSaved } from "./pages/worksheet";

const MOST_TABS = 160;

test("one person goes from a sentence to a signed decision by keyboard alone, and meets no statistic of a group", async ({ person }) => {
  test.setTimeout(120_000);
  const { page } = await person();
  const tabTo = async (target: Locator) => {
    await expect(target).toBeVisible();
    for (let n = 0; n < MOST_TABS; n++) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press("Tab");
    }
    await expect(target, "reached by Tab").toBeFocused();
  };
  const type = async (name: string | RegExp, text: string) => {
    await tabTo(page.getByRole("textbox", { name, exact: typeof name === "string" }));
    await page.keyboard.insertText(text);
  };
  const press = async (name: string | RegExp) => {
    await tabTo(page.getByRole("button", { name }).first());
    await page.keyboard.press("Enter");
    // What it did may take the button away: the keyboard goes on from that place, never from the top of the page.
    await expect(page.locator(":focus")).toHaveCount(1);
  };

  await page.goto("/");
  await type("What are you deciding?", "Where do the notes go?");
  await type("Your name", "Ada");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Where do the notes go?" })).toBeVisible();
  await goBy(page, "g3", /\/step\/scale$/u);
  await type("Peak writes, In 3 years", "1500");
  await page.keyboard.press("Tab");
  await expectSaved(page);
  await goBy(page, "go", /\/w\/[^/]+$/u);
  await press("Reveal all answers");
  await press("Reveal to everyone");
  await expect(page).toHaveURL(/\/differences$/u);
  await expectNoStatistic(page);
  await goBy(page, "gs", /\/shortlist$/u);
  await press(/^I would rather not say/u);
  await expectNoStatistic(page);
  await goBy(page, "gc", /\/costs$/u);
  await expectNoStatistic(page);
  await goBy(page, "ga", /\/decision$/u);
  for (const [section, text] of [
    ["What we choose", "A text file, for now."],
    ["What we chose against", "Everything else."],
    ["Why", "One person, few notes."],
    ["What would make us reconsider", "A second person writes"],
  ] as const)
    await type(section, text);
  await page.keyboard.press("Tab");
  await expectSaved(page);
  await goBy(page, "gf", /\/sign$/u);
  await press("I approve it myself");
  await press(/Freeze revision 1/u);
  await tabTo(page.getByRole("radio", { name: /^I approve(?!,)/u }));
  await page.keyboard.press("Space");
  await type("Type your name as your signature", "Ada");
  await press("Approve revision 1");
  await expect(page.getByText(/Accepted · ADR-0001/u).first()).toBeVisible();
  await expectNoStatistic(page);
});

/** Two letters, as the cheat sheet lists them. */
async function goBy(page: Page, keys: string, url: RegExp) {
  await page.locator("#main").focus();
  for (const key of keys) await page.keyboard.press(key);
  await expect(page).toHaveURL(url);
  await expect(page.getByRole("heading").first()).toBeVisible();
}
