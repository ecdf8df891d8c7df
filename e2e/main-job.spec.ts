import { readFileSync } from "node:fs";
import type { Download, Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { acceptConditions, expectSaved, joinByLink, openStep, passGutCheck, readLink, startByForm } from "./pages/worksheet";

const TITLE = "Which database stores the orders?";

test("a team goes from one sentence to a signed decision record in ten steps", async ({ person }) => {
  test.setTimeout(180_000);
  const ada = (await person()).page;
  const bo = (await person()).page;
  const cy = (await person({ width: 360, height: 740 })).page;

  await test.step("Ada starts a worksheet; Bo and Cy are at the first question two taps after opening the link", async () => {
    const { joinLink } = await startByForm(ada, { title: TITLE, name: "Ada" });
    await joinByLink(bo, { link: joinLink, name: "Bo" });
    await joinByLink(cy, { link: joinLink, name: "Cy" });
    for (const page of [bo, cy]) {
      await expect(page).toHaveURL(/\/step\/workload$/u);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    await expectNoSidewaysScroll(cy);
    await expectAccessible(cy);
  });

  await test.step("all three answer the five questions alone, and everything saves by itself", async () => {
    await ada.getByRole("link", { name: "Start answering" }).click();
    await answer(ada, { shape: /Related records/u, reads: "120", writes: "35", hosting: "Managed only", traffic: /Day and night/u });
    await answer(bo, { shape: /Related records/u, reads: "1.5k", writes: "200", hosting: "Either", traffic: /Day and night/u });
    await answer(cy, { shape: /Whole documents/u, reads: "40", writes: "9", hosting: "Managed only", traffic: /Sudden peaks/u });
  });

  await test.step("Ada sees who is ready and nothing of what they said, then reveals", async () => {
    await ada.getByRole("banner").getByRole("link").first().click();
    await expect(ada.getByText("Everyone is ready with all five questions.")).toBeVisible();
    await expectAccessible(ada);
    await ada.getByRole("button", { name: "Reveal all answers" }).click();
    await ada.getByRole("dialog").getByRole("button", { name: "Reveal to everyone" }).click();
    await expect(ada).toHaveURL(/\/differences\?view=reading$/u);
    await expect(ada.getByRole("heading", { level: 1 })).toHaveText("Read what everybody said, in silence.");
    await expectAccessible(ada);
    await ada.getByRole("button", { name: "On to the differences" }).click();
    await expect(ada).toHaveURL(/\/differences$/u);
    await openStep(bo, "Differences");
    await expect(bo.getByText("Cy", { exact: false }).first()).toBeVisible();
    await expectAccessible(ada);
    await openStep(cy, "Differences");
    await expectNoSidewaysScroll(cy);
  });

  await test.step("Bo changes his mind: a second round beside the first", async () => {
    await openStep(bo, "Scale");
    await bo.getByRole("textbox", { name: "Peak writes, Today" }).fill("60");
    await bo.getByRole("textbox", { name: "Peak writes, Today" }).blur();
    await expectSaved(bo);
    await openStep(ada, "Differences");
    await expect(ada.getByText(/first said 200/u).first()).toBeVisible();
  });

  await test.step("Ada records what they agree on, and settles what the data looks like", async () => {
    await ada.getByRole("button", { name: /Agree: What does the data look like/u }).click();
    await expect(ada.getByText(/^With Related records: .*The list stays as it is\.$/u)).toBeVisible();
    await ada.getByRole("radio", { name: "Nobody objects" }).check();
    await ada.getByRole("textbox", { name: /^Why/u }).fill("Cy's documents fit into two columns");
    await ada.getByRole("button", { name: "Record as our answer" }).click();
    await expect(ada.getByText(/Recorded:/u).first()).toBeVisible();
    // It can be opened again at any time, and put back as it was.
    await ada.getByRole("button", { name: /^Reopen: What does the data look like/u }).click();
    await expect(ada.getByRole("region", { name: "Undo" })).toContainText("Open again: What does the data look like");
    await expect(ada.getByRole("button", { name: /Agree: What does the data look like/u })).toBeVisible();
    await ada.getByRole("region", { name: "Undo" }).getByRole("button").click();
    await expect(ada.getByText("“Cy's documents fit into two columns”").first()).toBeVisible();
  });

  await test.step("the shortlist names what is left, and why everything else is not", async () => {
    await openStep(ada, "Shortlist");
    await passGutCheck(ada);
    await expect(ada.getByRole("heading", { level: 1 })).toContainText("87 systems");
    await expect(ada.getByRole("heading", { name: "PostgreSQL" }).first()).toBeVisible();
    await expect(ada.getByText("W-01").first()).toBeVisible();
    await expectAccessible(ada);
    await openStep(cy, "Shortlist");
    await passGutCheck(cy);
    await expect(cy.getByRole("heading", { name: "PostgreSQL" }).first()).toBeVisible();
    await expectNoSidewaysScroll(cy);
  });

  await test.step("the costs of the finalists are drawn, tabled and dated", async () => {
    await openStep(ada, "Costs");
    await expect(ada.getByRole("heading", { name: "What each would cost a month" })).toBeVisible();
    await expect(ada.locator("svg.recharts-surface").first()).toBeVisible();
    await expect(
      ada
        .getByRole("complementary", { name: "Prices and assumptions" })
        .getByText(/, 20\d\d-\d\d-\d\d/u)
        .first(),
    ).toBeVisible();
    await expectAccessible(ada);
  });

  await test.step("the decision is written beside its Markdown", async () => {
    await openStep(ada, "Decision");
    for (const [section, text] of Object.entries({
      "What we choose": "We will use PostgreSQL, run by Amazon RDS.",
      "What we chose against": "MySQL, which nobody here has run.",
      Why: "Orders and stock change together.",
      "What would make us reconsider": "Peak writes pass 10,000 a second",
    })) {
      await ada.getByRole("textbox", { name: section, exact: true }).fill(text);
      await ada.getByRole("textbox", { name: section, exact: true }).blur();
    }
    await expectSaved(ada);
    await expect(ada.getByText("We will use PostgreSQL, run by Amazon RDS.", { exact: false }).nth(1)).toBeVisible();
    await acceptConditions(ada);
    await expectAccessible(ada);
  });

  const dee = (await person()).page;
  await test.step("Dee, the approver, reads the frozen decision behind a link of her own and approves", async () => {
    await openStep(ada, "Sign-off");
    await ada.getByRole("textbox", { name: "Their name" }).fill("Dee");
    await ada.getByRole("button", { name: "Get their personal link" }).click();
    const link = await readLink(ada, /#a_[\w-]{43}/u);
    await ada.getByRole("button", { name: /Freeze revision 1/u }).click();
    await expect(ada.getByText(/waits for/u).first()).toBeVisible();
    await dee.goto(link);
    await dee.getByRole("button", { name: "Continue as Dee" }).click();
    await expect(dee.getByText("We will use PostgreSQL, run by Amazon RDS.").first()).toBeVisible();
    await expectAccessible(dee);
    await dee.getByRole("radio", { name: /^I approve(?!,)/u }).check();
    await dee.getByRole("textbox", { name: "Type your name as your signature" }).fill("Dee");
    await dee.getByRole("button", { name: "Approve revision 1" }).click();
    await expect(dee.getByText(/ADR-0001/u).first()).toBeVisible();
  });

  await test.step("the record is accepted and numbered; PDF, Markdown and JSON carry one hash", async () => {
    await expect(ada.getByText(/Accepted · ADR-0001/u).first()).toBeVisible();
    await expectAccessible(ada);
    const json = JSON.parse(await textOf(await downloadOf(ada, "JSON"))) as { sha256: string; status: string; number: number };
    expect(json).toMatchObject({ status: "accepted", number: 1 });
    expect(await textOf(await downloadOf(ada, "Markdown"))).toContain(json.sha256);
    const pdf = readFileSync(await (await downloadOf(ada, "PDF")).path());
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.subarray(-7).toString()).toContain("%%EOF");
    await ada.goto("/");
    await expect(ada.getByText(/Accepted · ADR-0*1$/u)).toBeVisible();
  });
});

type Said = { shape: RegExp; reads: string; writes: string; hosting: string; traffic: RegExp };

async function answer(page: Page, said: Said): Promise<void> {
  await page.getByRole("radio", { name: said.shape }).check();
  await page.getByRole("radiogroup", { name: "Do the things you store refer to each other?" }).getByRole("radio", { name: "Yes" }).check();
  await readyAndNext(page);
  await page.getByRole("radio", { name: "Several records", exact: true }).check();
  await readyAndNext(page);
  await page.getByRole("textbox", { name: "Peak reads, Today" }).fill(said.reads);
  await page.getByRole("textbox", { name: "Peak writes, Today" }).fill(said.writes);
  await page.getByRole("combobox", { name: "How do you know? Peak writes" }).selectOption({ label: "Educated guess" });
  await page.getByRole("textbox", { name: "Stored data, Today" }).fill("20");
  await readyAndNext(page);
  await page.getByRole("radio", { name: said.hosting, exact: true }).check();
  await readyAndNext(page);
  await page.getByRole("radio", { name: said.traffic }).check();
  await page
    .getByRole("textbox", { name: "What may this cost a month?" })
    .or(page.getByRole("textbox", { name: "What may this cost?" }))
    .fill("400");
  await page.getByRole("textbox", { name: "Something others here may not know" }).fill("The old shop had a bad November.");
  await page.getByRole("button", { name: /I’m ready/u }).click();
  await expectSaved(page);
}

async function readyAndNext(page: Page): Promise<void> {
  await page.getByRole("button", { name: /I’m ready/u }).click();
  await expectSaved(page);
  await page.getByRole("link", { name: "Next", exact: true }).click();
}

async function downloadOf(page: Page, name: string): Promise<Download> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name, exact: true }).click();
  return waiting;
}

const textOf = async (download: Download): Promise<string> => readFileSync(await download.path(), "utf8");
