import type { Page } from "@playwright/test";
import { expect, worksheetId } from "../fixtures";
import { callAs } from "./calls";

/** Saves one value of a question, without typing it. */
export async function answer(page: Page, { question, field, value }: { question: string; field: string; value: unknown }): Promise<void> {
  await callAs(page, "PUT", `/answers/${question}`, { round: 1, fields: { [field]: { value, baseVersion: 0 } } });
}

/** Reveals everything and opens the differences. */
export async function reveal(page: Page): Promise<void> {
  await callAs(page, "POST", "/reveal");
  await page.goto(`/w/${worksheetId(page)}/differences`);
  await expect(page.getByRole("main")).toBeVisible();
}

export const teamBar = (page: Page) => page.getByTestId("team-bar");
