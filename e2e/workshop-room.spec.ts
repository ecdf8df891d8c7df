import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test, worksheetId } from "./fixtures";
import { callAs } from "./pages/calls";
import { expectNoStatistic, STATISTICS } from "./pages/statistics";
import { join, openStep, startWorksheet } from "./pages/worksheet";
import { answer, reveal, teamBar } from "./pages/workshop";

test("the lead makes a deputy, renames a person and hands over, and everybody can read it", async ({ person }) => {
  const ada = (await person()).page;
  const bo = (await person()).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the seats go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await ada.goto(`/w/${worksheetId(ada)}/settings`);
  await ada.locator("summary").filter({ hasText: "Bo" }).click();
  await ada.getByRole("button", { name: "Make a deputy" }).click();
  await expect(bo.getByRole("button", { name: "Share" })).toBeVisible();
  await ada.getByRole("button", { name: "Hand over to Bo" }).click();
  await expect(ada.getByRole("listitem").filter({ hasText: "Ada handed over to Bo." })).toBeVisible();
  await bo.goto(`/w/${worksheetId(bo)}/settings`);
  await bo.locator("summary").filter({ hasText: "Ada" }).click();
  await bo.getByRole("textbox", { name: "New name" }).fill("Ada K.");
  await bo.getByRole("button", { name: "Rename" }).click();
  await expect(bo.getByRole("listitem").filter({ hasText: "Bo gave the name Ada K." })).toBeVisible();
  await expectAccessible(bo);
});

test("what somebody without a device says is typed for them and marked", async ({ person }) => {
  const { page: ada } = await person();
  await startWorksheet(ada, { title: "Where do the crates go?", name: "Ada" });
  await ada.getByRole("link", { name: "Somebody without a device" }).click();
  await ada.getByRole("textbox", { name: "Their name" }).fill("Grace");
  await ada.getByRole("button", { name: "Add them" }).click();
  await ada.getByText("Type answers of Grace").click();
  await ada.getByRole("combobox", { name: "Question" }).selectOption("cost");
  await ada.getByRole("textbox", { name: "What does an hour of an engineer cost?" }).fill("90");
  await ada.getByRole("button", { name: "Save these answers" }).click();
  await expect(ada.getByTestId("announcer")).toHaveText("Saved for Grace.");
  await answer(ada, { question: "cost", field: "engineer_hour_usd", value: 400 });
  await reveal(ada);
  // As from a message: a page of its own, not a jump within the one that is still drawing itself.
  const link = `/w/${worksheetId(ada)}/differences#topic-cost.engineer_hour_usd`;
  await ada.goto("/");
  await ada.goto(link);
  await expect(ada.getByText("spoken, typed by Ada").first()).toBeVisible();
});

test("the leak check runs from the settings and says what it read", async ({ person }) => {
  const { page: ada } = await person();
  await startWorksheet(ada, { title: "Where do the keys go?", name: "Ada" });
  await ada.goto(`/w/${worksheetId(ada)}/settings`);
  await ada.getByRole("button", { name: "Run the leak check" }).click();
  await expect(ada.getByTestId("leak-result")).toContainText("Nothing leaked.", { timeout: 40_000 });
  await ada.goto(`/w/${worksheetId(ada)}`);
  await expect(ada.getByText(/^✓ Tried on .* by Ada: .* nothing leaked\.$/u)).toBeVisible();
});

test("the big screen shows who is ready and what is talked about, and nothing of whoever opened it", async ({ person }) => {
  const { page: ada } = await person();
  const bo = (await person({ dark: true })).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the films go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await answer(ada, { question: "scale", field: "y3.users", value: 735_190_264_222 });
  const bodies: Promise<string>[] = [];
  ada.on("response", (response) => {
    if (/json|html/u.test(response.headers()["content-type"] ?? "")) bodies.push(response.text().catch(() => ""));
  });
  await ada.goto(`/w/${worksheetId(ada)}/screen`);
  await expect(ada.getByRole("heading", { name: "Where do the films go?" })).toBeVisible();
  await ada.getByRole("button", { name: "Show a join code" }).click();
  await expect(ada.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{2}$/u)).toBeVisible();
  await callAs(ada, "PUT", "/pointer", { screen: "scale" });
  await expect(ada.getByText("Now: Scale")).toBeVisible();
  expect((await Promise.all(bodies)).filter((body) => body.includes("735190264222"))).toEqual([]);
  await expectAccessible(ada);
  await bo.goto(`/w/${worksheetId(bo)}/screen`);
  await expect(bo.getByRole("heading", { name: "Where do the films go?" })).toBeVisible();
  await expectAccessible(bo);
  await bo.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(bo);
});

test("two tabs of one browser share one stream, and both hear of a change", async ({ person }) => {
  const { page: first, context } = await person();
  const streams: string[] = [];
  context.on("request", (request) => {
    if (new URL(request.url()).pathname.endsWith("/events")) streams.push(request.url());
  });
  await startWorksheet(first, { title: "Where do the tabs go?", name: "Ada" });
  await expect.poll(() => streams.length).toBe(1);
  const second = await context.newPage();
  await second.goto(`/w/${worksheetId(first)}/step/scale`);
  await expect(second.getByRole("button", { name: "Lead the session" })).toBeVisible();
  await callAs(first, "PUT", "/pointer", { screen: "cost" });
  // Ada herself moved the team, so no tab of hers tells her to follow.
  await expect(teamBar(second)).toContainText("You brought the team to Cost.");
  expect(streams).toHaveLength(1);
  // The one that had the stream goes; the other takes it over and goes on hearing.
  await first.close();
  await expect.poll(() => streams.length).toBe(2);
});

test("letters are shortcuts where nothing is typed, until somebody turns them off", async ({ person }) => {
  const { page } = await person();
  await startWorksheet(page, { title: "Where do the letters go?", name: "Ada" });
  await page.locator("#main").focus();
  await page.keyboard.press("g");
  await page.keyboard.press("3");
  await expect(page).toHaveURL(/\/step\/scale$/u);
  const field = page.getByRole("textbox", { name: "Something others here may not know" });
  await field.click();
  await page.keyboard.type("g1 jk?");
  await expect(field).toHaveValue("g1 jk?");
  await expect(page).toHaveURL(/\/step\/scale$/u);

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox", { name: "What do you want to do?" })).toBeFocused();
  await page.keyboard.type("cost");
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/step\/cost$|\/costs$/u);

  // Without keys: the menu leads there too.
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: /^Commands and shortcuts/u }).click();
  await expect(page.getByRole("combobox", { name: "What do you want to do?" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.locator("#main").focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.getByRole("checkbox", { name: "Single letters work as shortcuts" }).uncheck();
  await page.keyboard.press("Escape");
  const here = page.url();
  await page.locator("#main").focus();
  await page.keyboard.press("g");
  await page.keyboard.press("1");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect(page.url()).toBe(here);
});

test("two people see two answers side by side and no statistic, up to a signed decision", async ({ person }) => {
  const ada = (await person()).page;
  const bo = (await person({ width: 360, height: 740 })).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the pairs go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await answer(ada, { question: "scale", field: "y3.writes_s", value: 50 });
  await answer(bo, { question: "scale", field: "y3.writes_s", value: 5_000 });
  await reveal(ada);
  await bo.goto(`/w/${worksheetId(bo)}/differences`);
  await expect(bo.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(bo.getByRole("button", { name: "Who with whom" })).toHaveCount(0);
  await expectNoStatistic(bo);
  await expectNoSidewaysScroll(bo);
  await expectAccessible(bo);
  for (const page of [ada, bo]) await callAs(page, "PUT", "/gut-check", { candidate: null });
  for (const section of ["choice", "alternatives", "why", "reconsider"])
    await callAs(ada, "PUT", "/decision", { section, text: "We take PostgreSQL.", baseVersion: 0 });
  for (const screen of ["shortlist", "shortlist/compare", "costs", "converge", "decision"]) {
    await bo.goto(`/w/${worksheetId(bo)}/${screen}`);
    await expectNoStatistic(bo);
  }
  await ada.goto(`/w/${worksheetId(ada)}/sign`);
  await ada.getByRole("button", { name: "I approve it myself" }).click();
  await ada.getByRole("button", { name: /^Freeze revision 1/u }).click();
  await ada.getByRole("radio", { name: /^I approve(?!,)/u }).check();
  await ada.getByRole("textbox", { name: "Type your name as your signature" }).fill("Ada");
  await ada.getByRole("button", { name: "Approve revision 1" }).click();
  await expect(ada.getByText(/Accepted · ADR-0001/u).first()).toBeVisible();
  await expectNoStatistic(ada);
  const record = await ada.evaluate((url) => fetch(url).then((reply) => reply.text()), `/api/v1/worksheets/${worksheetId(ada)}/adr.md`);
  expect(record).not.toMatch(STATISTICS);
});

test("forgetting this browser says what waits here and leaves nothing behind", async ({ person }) => {
  const { page, context } = await person();
  await startWorksheet(page, { title: "Where do the drafts go?", name: "Ada" });
  await openStep(page, "Scale");
  await context.route("**/api/v1/worksheets/*/answers/**", (route) => route.abort("internetdisconnected"));
  await page.getByRole("textbox", { name: "Peak writes, Today" }).fill("77");
  await page.getByRole("textbox", { name: "Peak writes, Today" }).blur();
  await expect(page.getByText(/kept on this device|waiting/u).first()).toBeVisible();
  await page.getByRole("button", { name: "Menu" }).click();
  await page.getByRole("button", { name: "Forget this browser" }).click();
  await expect(page.getByText(/1 change on this device has not reached the server|# change|One change/u)).toBeVisible();
  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(page).toHaveURL(/\/$/u);
  const left = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const open = indexedDB.open("shortlist-answers");
        open.onsuccess = () => {
          const count = open.result.transaction("outbox").objectStore("outbox").count();
          count.onsuccess = () => done(count.result);
        };
      }),
  );
  expect(left).toBe(0);
});

test("three sentences help whoever meets something for the first time, and each is put away for good", async ({ person }) => {
  const ada = (await person()).page;
  const bo = (await person({ width: 360, height: 740 })).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the mails go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  const putAway = async (page: Page, words: string) => {
    await expect(teamBar(page)).toContainText(words);
    await teamBar(page).getByRole("button", { name: "Got it" }).click();
    await expect(page.getByText(words)).toHaveCount(0);
    await page.reload();
    await expect(
      teamBar(page)
        .or(page.getByRole("button", { name: "Lead the session" }))
        .first(),
    ).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(0);
  };
  await callAs(ada, "PUT", "/pointer", { screen: "cost" });
  await putAway(bo, "Nobody is moved.");
  await expect(teamBar(bo)).toContainText("Ada is on Cost.");
  await expect(bo.locator("[data-screen=cost] a")).toHaveAccessibleDescription("The team is here");
  await expect(teamBar(ada)).not.toContainText("Nobody is moved.");

  await reveal(ada);
  await putAway(ada, "What stands first changes the list.");
  await openStep(ada, "Shortlist");
  await putAway(ada, "Every system that left says why.");
});
