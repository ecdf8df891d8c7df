import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { call } from "./calls";

/** Starts a worksheet from the home page and gives its join link, as the share panel shows it. */
export async function startByForm(page: Page, { title, name }: { title: string; name: string }): Promise<{ joinLink: string }> {
  await page.goto("/");
  await page.getByRole("textbox", { name: "What are you deciding?" }).fill(title);
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("button", { name: "Start worksheet" }).click();
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  await page.getByRole("button", { name: "Share" }).click();
  // The overview has the link too; Escape before the panel is there would leave it open.
  const panel = page.getByRole("dialog", { name: "Share this worksheet" });
  const link = panel.getByRole("textbox", { name: "Join link" });
  await expect(link).toHaveValue(/#m_[\w-]{43}$/u);
  const joinLink = await link.inputValue();
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  return { joinLink };
}

/** Joins by a link: one field, one button. */
export async function joinByLink(page: Page, { link, name }: { link: string; name: string }): Promise<void> {
  await page.goto(link);
  await page.getByRole("textbox", { name: "Your name" }).fill(name);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page).toHaveURL(/\/w\/[^/]+/u);
}

/** A worksheet whose facilitator is at its lobby, for tests that are about something else than starting one. */
export async function startWorksheet(page: Page, { title, name }: { title: string; name: string }): Promise<{ joinLink: string }> {
  const created = await call(page, "POST", "/worksheets", { title, yourName: name, timeZone: "Asia/Kathmandu" });
  await page.goto(`/w/${created.id}`);
  await expect(page.getByRole("heading", { name: title })).toBeVisible();
  return { joinLink: (created.links as { member: string }).member };
}

/** Joins as a member, at the first question, for tests that are about something else than joining. */
export async function join(page: Page, { link, name }: { link: string; name: string }): Promise<void> {
  const { worksheetId } = await call(page, "POST", "/sessions", { token: link.split("#")[1] });
  await call(page, "POST", `/worksheets/${worksheetId}/members`, { name });
  await page.goto(`/w/${worksheetId}/step/workload`);
  await expect(page.getByRole("main")).toBeVisible();
}

/** Opens the sample with everything revealed, at one of its screens, and gives its id. */
export async function openSample(page: Page, screen = ""): Promise<string> {
  const { id } = await call(page, "POST", "/worksheets/sample");
  await call(page, "POST", `/worksheets/${id}/reveal`, { opId: randomUUID() });
  await page.goto(`/w/${id}${screen}`);
  await expect(page.getByRole("main")).toBeVisible();
  return String(id);
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
