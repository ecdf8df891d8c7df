import type { Page } from "@playwright/test";
import { expect, test, worksheetId } from "./fixtures";
import { callAs } from "./pages/calls";
import { onDatabase } from "./pages/database";
import { expectSaved, join, openStep, startWorksheet } from "./pages/worksheet";
import { answer, teamBar } from "./pages/workshop";

const WRITES = "Peak writes, Today";

test("with storage blocked by the browser a person is told, and what they type is saved over the network", async ({ person }) => {
  const ada = (await person()).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the drafts go?", name: "Ada" });
  const { page: bo, context } = await person();
  await context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("Blocked", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, name, { get: refuse });
  });
  await bo.goto(joinLink);
  await bo.getByRole("textbox", { name: "Your name" }).fill("🦊".repeat(200));
  await bo.getByRole("button", { name: "Join", exact: true }).click();
  await expect(bo.getByText("Type your name, at most 80 characters.")).toBeVisible();
  await bo.getByRole("textbox", { name: "Your name" }).fill("🦊".repeat(80));
  await bo.getByRole("button", { name: "Join", exact: true }).click();
  await expect(bo).toHaveURL(/\/w\/[^/]+/u);
  await openStep(bo, "Scale");
  await bo.getByRole("textbox", { name: WRITES }).fill("40");
  await bo.getByRole("textbox", { name: WRITES }).blur();
  await expectSaved(bo);
  await expect(bo.getByText("This browser stores nothing")).toBeVisible();
  const view = (await callAs(bo, "GET", "")) as { answers: { value: unknown }[] };
  expect(view.answers.map(({ value }) => value)).toEqual([40]);
});

test("a stream that a proxy holds back is said and made up for by looking, and events twice or out of order change nothing", async ({
  person,
}) => {
  const ada = (await person()).page;
  const held = (await person()).page;
  const garbled = (await person()).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the echoes go?", name: "Ada" });
  await held.route("**/events*", () => undefined);
  let told = 0;
  await garbled.route("**/events*", (route) => {
    const event = (seq: number) => `id: ${seq}\nevent: change\ndata: {"seq":${seq},"changed":["answers"]}\n\n`;
    told++;
    return route.fulfill({ contentType: "text/event-stream", body: `${event(9)}${event(3)}${event(9)}event: change\ndata: nonsense\n\n` });
  });
  await join(held, { link: joinLink, name: "Bo" });
  await join(garbled, { link: joinLink, name: "Cy" });
  await openStep(held, "Scale");
  await held.getByRole("textbox", { name: WRITES }).fill("40");
  await held.getByRole("textbox", { name: WRITES }).blur();
  await expect(held.getByTestId("save-state")).toContainText("Live updates are blocked here", { timeout: 20_000 });
  await callAs(ada, "PUT", "/pointer", { screen: "cost" });
  for (const page of [held, garbled]) await expect(teamBar(page)).toContainText("Ada is on Cost.");
  await answer(ada, { question: "scale", field: "now.writes_s", value: 9_000 });
  await callAs(ada, "POST", "/reveal");
  for (const page of [held, garbled]) {
    // The topic opens the shelf that its card moves to once it is known what it changes.
    await page.goto(`/w/${worksheetId(ada)}/differences#topic-scale.now.writes_s`);
    await expect(page.getByText("9,000").first()).toBeVisible();
  }
  await callAs(ada, "PUT", "/answers/scale", { round: 2, fields: { "now.writes_s": { value: 12_000, baseVersion: 0 } } });
  for (const page of [held, garbled]) await expect(page.getByText("12,000").first()).toBeVisible();
  expect(told).toBeGreaterThan(0);
});

test("two facilitators reveal at once, the lead goes away, a member takes over, and the lead comes back by their link", async ({
  person,
}) => {
  const ada = await person();
  const bo = (await person()).page;
  const cy = (await person()).page;
  const { joinLink } = await startWorksheet(ada.page, { title: "Where do the reins go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await join(cy, { link: joinLink, name: "Cy" });
  const id = worksheetId(ada.page);
  const view = (await callAs(ada.page, "GET", "")) as { members: { id: string; name: string }[] };
  const idOf = (name: string) => view.members.find((member) => member.name === name)?.id ?? "";
  const returnLink = String((await callAs(ada.page, "POST", `/members/${idOf("Ada")}/return-link`)).link);
  await callAs(ada.page, "PUT", `/members/${idOf("Bo")}/role`, { change: "deputise" });
  await expect(bo.getByRole("button", { name: "Share" })).toBeVisible();
  for (const page of [ada.page, bo]) {
    await page.goto(`/w/${id}`);
    await page.getByRole("button", { name: "Reveal all answers" }).click();
  }
  await pressTogether([ada.page, bo], (page) => page.getByRole("dialog").getByRole("button", { name: "Reveal to everyone" }).click());
  for (const page of [ada.page, bo]) await expect(page).toHaveURL(/\/differences\?view=reading$/u);

  await ada.page.close();
  // What her closed page had still sent may count as seeing her once more.
  await expect(async () => {
    await onDatabase("UPDATE member SET last_seen_at = now() - interval '2 minutes' WHERE id = $1", [idOf("Ada")]);
    await cy.goto(`/w/${id}/differences`);
    await expect(teamBar(cy)).toContainText("Ada has been away for a minute.", { timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await teamBar(cy).getByRole("button", { name: "Take over" }).click();
  await expect(cy.getByRole("button", { name: "Share" })).toBeVisible();
  const back = (await person()).page;
  await back.goto(returnLink);
  await back.getByRole("button", { name: "Continue as Ada" }).click();
  await expect(back.getByRole("button", { name: "Share" })).toBeVisible();
});

/** Lets neither reveal reach the server before both are sent: who hears of the other's first has no button left to press. */
async function pressTogether(pages: Page[], press: (page: Page) => Promise<void>) {
  let sent = 0;
  let release = () => {};
  const allSent = new Promise<void>((resolve) => {
    release = resolve;
  });
  for (const page of pages)
    await page.route("**/reveal", async (route) => {
      sent += 1;
      if (sent === pages.length) release();
      await allSent;
      await route.continue();
    });
  for (const page of pages) await press(page);
}
