import { expect, type Page } from "@playwright/test";

/** Starts a worksheet from the home page and gives its join link, as the share panel shows it. */
export async function startWorksheet(page: Page, { title, name }: { title: string; name: string }): Promise<{ joinLink: string }> {
  await page.goto("/");
  await page.getByRole("textbox", { name: "What are you deciding?" }).fill(title);
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("button", { name: "Start worksheet" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await page.getByRole("button", { name: "Share" }).click();
  const joinLink = await readLink(page, /#m_[\w-]{43}/u);
  await page.keyboard.press("Escape");
  return { joinLink };
}

/** Joins by a link: one field, one button. */
export async function joinByLink(page: Page, { link, name }: { link: string; name: string }): Promise<void> {
  await page.goto(link);
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page).toHaveURL(/\/w\/[^/]+/u);
}

export async function openStep(
  page: Page,
  name: "Workload" | "Consistency" | "Scale" | "Team" | "Cost" | "Differences" | "Shortlist" | "Costs" | "Decision" | "Sign-off",
): Promise<void> {
  await page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name }).first().click();
}

/** Asked once before the list is shown: answers that one would rather not say. */
export async function passGutCheck(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^I would rather not say/u }).click();
}

/** Waits until everything typed is on the server. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
}

/** A secret link anywhere on the page: as text or in a field. */
export async function readLink(page: Page, pattern: RegExp): Promise<string> {
  const handle = await page.waitForFunction(
    ([source]) => {
      const texts = [...document.querySelectorAll("input, textarea")]
        .map((field) => (field as HTMLInputElement).value)
        .concat(document.body.textContent.split(/\s+/u));
      return texts.find((text) => new RegExp(source ?? "", "u").test(text)) ?? null;
    },
    [pattern.source],
  );
  return (await handle.jsonValue()) ?? "";
}

/** Accepts every condition of the written choice by name; a choice without any has nothing to accept. */
export async function acceptConditions(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { name: "Checks before sign-off" })).toBeVisible();
  const open = page.getByRole("button", { name: /^Accept: /u });
  for (let left = await open.count(); left > 0; left--) {
    await open.first().click();
    await expect(open).toHaveCount(left - 1);
  }
}
