import { expect, type Page } from "@playwright/test";

/** What only a group has: shares of people, pairs of answers, combinations, heat. */
export const STATISTICS = /\d+ of \d+ chose|all but one|majority|two camps|combinations? of|who with whom|× apart|stays in \d+%/iu;

/** Nothing on the screen, once it is complete, counts people that are not there. */
export async function expectNoStatistic(page: Page): Promise<void> {
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText(STATISTICS);
}
