import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test, worksheetId } from "./fixtures";
import { callAs } from "./pages/calls";
import { acceptConditions, expectSaved, openSample } from "./pages/worksheet";

const section = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });

test("a sentence from the results says where it comes from, that it was edited, and what its source says now", async ({ person }) => {
  test.setTimeout(90_000);
  const { page } = await person();
  await sampleDecision(page);
  const choice = section(page, "What we choose");
  await page.getByRole("button", { name: "Use this sentence" }).click();
  await expect(choice).toHaveValue(/^We will use /u);
  const taken = await choice.inputValue();
  const notes = page.locator("#choice").getByRole("list", { name: "Sentences from the results" });
  await expect(notes).toContainText("from the shortlist");
  await choice.fill(taken.replace("We will use", "We shall use"));
  await choice.blur();
  await expect(notes).toContainText("Edited.");
  await notes.getByRole("button", { name: "Restore" }).click();
  await expect(choice).toHaveValue(taken);
  await expectSaved(page);

  // The first finalist is put aside, so the shortlist says another sentence by now.
  await putAsideFirst(page);
  await expect(notes.getByRole("status")).toContainText("The source changed");
  await notes.getByRole("button", { name: "Update" }).click();
  await expect(choice).not.toHaveValue(taken);
  await expect(notes.getByRole("status")).toHaveCount(0);
  await expectAccessible(page);

  await test.step("the preview shows the file with its tables and drawings, and its Markdown on request", async () => {
    const preview = page.getByRole("region", { name: "As it will be exported" });
    await expect(preview.getByRole("heading", { name: "Decision Outcome" })).toBeVisible();
    await expect(preview.getByRole("img", { name: "Cost a month against load" })).toBeVisible();
    await expect(preview.getByRole("columnheader", { name: "What happened" })).toBeVisible();
    await preview.getByRole("button", { name: "Markdown" }).click();
    await expect(preview.getByText("## Decision Outcome")).toBeVisible();
    await preview.getByRole("button", { name: "Document" }).click();
  });

  await test.step("an earlier text comes back from the history", async () => {
    await section(page, "Why").fill("First words.");
    await section(page, "Why").blur();
    await expectSaved(page);
    await page.getByRole("button", { name: "History of Why" }).click();
    const past = page.getByRole("list", { name: "History of Why" });
    await expect(past).toContainText("First words.");
    await section(page, "Why").fill("Other words.");
    await past.getByRole("button", { name: "Restore this text" }).first().click();
    await expect(section(page, "Why")).toHaveValue("First words.");
    await expectAccessible(page);
  });

  await test.step("a check is put aside with a sentence, a trigger is named, a condition accepted by name", async () => {
    await page
      .getByRole("button", { name: /^Put aside: /u })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Why it may stand" }).fill("It is a sample.");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Put aside by Ada: “It is a sample.”", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Add one" }).click();
    await page.getByRole("combobox", { name: "What kind" }).selectOption({ label: "an event" });
    await page.getByRole("textbox", { name: "What happens" }).fill("A second country goes live");
    await page.getByRole("textbox", { name: "Where it is measured" }).fill("the roadmap");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page.getByText("Nobody watches it yet · measured in the roadmap")).toBeVisible();
    await expectAccessible(page);
  });
});

test("who writes in a section is named to the others until they leave it, at 360 px in the dark", async ({ person }) => {
  test.setTimeout(90_000);
  const ada = await person();
  await sampleDecision(ada.page);
  const bo = await person({ width: 360, height: 740, dark: true });
  await joinAs(ada.page, bo.page);
  await section(ada.page, "Why").focus();
  await expect(bo.page.locator("#why").getByText(/is writing here/u)).toBeVisible();
  await expectAccessible(bo.page);
  await expectNoSidewaysScroll(bo.page);
  await section(ada.page, "Why").blur();
  await expect(bo.page.locator("#why").getByText(/is writing here/u)).toHaveCount(0);
});

test("a decision replaces an earlier one, and both say so", async ({ person }) => {
  test.setTimeout(120_000);
  const { page } = await person();
  const old = await acceptedSample(page);
  await sampleDecision(page);
  const fresh = worksheetId(page);
  await page.getByRole("combobox", { name: "This decision replaces" }).selectOption(old);
  await page.getByRole("button", { name: "Link them" }).click();
  await expect(page.getByText("Supersedes, once accepted:")).toBeVisible();
  await accept(page);
  await page.goto(`/w/${old}/decision`);
  await expect(page.locator("#life")).toContainText("Superseded by ADR-0001");
  const file = page.getByRole("region", { name: "As it is exported" });
  await expect(file.getByText(/^superseded by/u)).toBeVisible();
  await expect(file.getByRole("img", { name: "Cost a month against load" })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/w/${fresh}/decision`);
  await expect(page.locator("#life")).toContainText("Supersedes ADR-0001");
  await page.getByRole("textbox", { name: "Why it no longer applies" }).fill("The product ends.");
  await page.getByRole("button", { name: "Call it deprecated" }).click();
  await expect(page.locator("#life")).toContainText("Deprecated “The product ends.”");
});

/** The sample, revealed, on its decision screen. */
async function sampleDecision(page: Page) {
  await openSample(page, "/decision");
  await expect(page.getByRole("button", { name: "Use this sentence" })).toBeVisible();
}

async function acceptedSample(page: Page): Promise<string> {
  await sampleDecision(page);
  await accept(page);
  return worksheetId(page);
}

/** Writes what freezing needs, accepts the conditions on the screen, and approves as the facilitator. */
async function accept(page: Page) {
  await page.getByRole("button", { name: "Use this sentence" }).click();
  for (const name of ["What we chose against", "Why", "What would make us reconsider"]) await section(page, name).fill("Said.");
  await section(page, "Why").blur();
  await expectSaved(page);
  await acceptConditions(page);
  await callAs(page, "POST", "/approvers", { self: true });
  const frozen = (await callAs(page, "POST", "/revisions")) as { revision: number; sha256: string };
  const verdict = { verdict: "approve", sha256: frozen.sha256, typedName: "Ada" };
  await callAs(page, "PUT", `/revisions/${frozen.revision}/approvals`, verdict);
}

async function putAsideFirst(page: Page) {
  const list = (await callAs(page, "GET", "/shortlist")) as { shortlist: { id: string }[] };
  await callAs(page, "PUT", `/overrides/${list.shortlist[0]?.id ?? ""}`, { baseVersion: 0, action: "exclude", reason: "Not this time." });
}

async function joinAs(from: Page, to: Page) {
  const made = (await callAs(from, "POST", "/links", { kind: "member" })) as { link: string };
  await to.goto(made.link);
  await to.getByRole("textbox", { name: "Your name" }).fill("Zoe");
  await to.getByRole("button", { name: "Join", exact: true }).click();
  await expect(to).toHaveURL(/\/w\/[^/]+/u);
  // Who comes late answers blind until they say that they have seen enough of their own.
  const done = to.getByRole("button", { name: "I’m done, show me" });
  await done.click();
  await expect(done).toHaveCount(0);
  await to.goto(`/w/${worksheetId(from)}/decision`);
  await expect(section(to, "Why")).toBeVisible();
}
