import type { Page } from "@playwright/test";
import { expect, worksheetId } from "../fixtures";

/** A call of the API as this page's person, with the headers that our own pages send. */
export async function callAs(
  page: Page,
  method: "PUT" | "POST" | "GET",
  path: string,
  body: object = {},
): Promise<Record<string, unknown>> {
  const reply = await page.evaluate(
    async ({ url, verb, sent }) => {
      const headers = { "content-type": "application/json", "x-shortlist": "1" };
      const content = verb === "GET" ? {} : { body: JSON.stringify({ opId: crypto.randomUUID(), ...sent }) };
      const response = await fetch(url, { method: verb, headers, ...content });
      return { status: response.status, body: response.status === 204 ? {} : await response.json() };
    },
    { url: `/api/v1/worksheets/${worksheetId(page)}${path}`, verb: method, sent: body },
  );
  expect(reply.status, `${method} ${path}: ${JSON.stringify(reply.body)}`).toBeLessThan(300);
  return reply.body as Record<string, unknown>;
}

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
