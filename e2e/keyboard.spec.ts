import { expect, test } from "./fixtures";
import { handsOf } from "./pages/keyboard";
import { expectSaved, readLink } from "./pages/worksheet";
import { teamBar } from "./pages/workshop";

const WRITES = "Peak writes, In 3 years";

test("a team goes through the whole workshop by keyboard alone, from the first sentence to an approver's signature", async ({ person }) => {
  test.setTimeout(180_000);
  const ada = (await person()).page;
  const bo = (await person()).page;
  const leads = handsOf(ada);
  const member = handsOf(bo);

  await test.step("Ada starts and shares the link; Bo joins by it", async () => {
    await ada.goto("/");
    await leads.type("What are you deciding?", "Where do the seats go?");
    await leads.type("Your name", "Ada");
    await ada.keyboard.press("Enter");
    await expect(ada.getByRole("heading", { name: "Where do the seats go?" })).toBeVisible();
    await leads.press("Share");
    const shown = ada.getByRole("dialog").getByRole("textbox", { name: "Join link" });
    await expect(shown).toHaveValue(/#m_[\w-]{43}$/u);
    const link = await shown.inputValue();
    await ada.keyboard.press("Escape");
    await expect(ada.getByRole("button", { name: "Share" })).toBeFocused();
    await bo.goto(link);
    await member.type("Your name", "Bo");
    await bo.keyboard.press("Enter");
    await expect(bo).toHaveURL(/\/step\/workload$/u);
  });

  await test.step("both answer, and say that they are ready without leaving the field", async () => {
    await member.choose(bo.getByRole("radio", { name: /Related records/u }));
    await expectSaved(bo);
    await bo.keyboard.press("Control+Enter");
    await expect(bo.getByRole("button", { name: /Ready/u, pressed: true })).toBeVisible();
    for (const [page, hands, writes] of [
      [ada, leads, "50"],
      [bo, member, "5000"],
    ] as const) {
      await hands.goBy("g3", /\/step\/scale$/u);
      await hands.type(WRITES, writes);
      await page.keyboard.press("Control+Enter");
      await expectSaved(page);
    }
    await expect(bo.getByRole("textbox", { name: WRITES })).toBeFocused();
  });

  await test.step("Ada starts the timer and reveals; Bo follows her by two letters", async () => {
    await ada.locator("#main").focus();
    await ada.keyboard.press("t");
    await expect(teamBar(bo).getByRole("timer")).toBeVisible();
    await leads.goBy("go", /\/w\/[^/]+$/u);
    await ada.keyboard.press("r");
    await expect(ada.getByRole("dialog").getByRole("button", { name: "Not yet" })).toBeFocused();
    await leads.press("Reveal to everyone");
    await expect(ada).toHaveURL(/\/differences\?view=reading$/u);
    await expect(teamBar(bo)).toContainText("Ada is on Differences: reading in silence");
    await member.goBy("gt", /\/differences\?view=reading$/u);
    for (const [page, hands] of [
      [ada, leads],
      [bo, member],
    ] as const) {
      await hands.press("On to the differences");
      await expect(page).toHaveURL(/\/differences$/u);
    }
    // The time for reading stops once Ada has taken the team along: before that there is nothing here to be ready with.
    await expect(teamBar(bo).getByRole("timer")).toHaveCount(0);
    await expect(teamBar(bo)).toContainText("Nobody is ready yet");
    await bo.keyboard.press("Control+Enter");
    await expect(teamBar(ada)).toContainText("1 of 2 ready: Bo");
  });

  await test.step("the difference is talked about and settled, and Bo reads it without touching anything", async () => {
    const card = ada.getByTestId("difference-scale.y3.writes_s");
    for (const hands of [leads, member]) await hands.press(/^Same list either way/u);
    await ada.locator("#main").focus();
    await ada.keyboard.press("j");
    await expect(card).toBeFocused();
    await leads.tabTo(card.getByRole("button", { name: "Talk about this" }));
    await ada.keyboard.press("Enter");
    await expect(teamBar(bo)).toContainText("Peak writes in 3 years");
    await card.focus();
    await ada.keyboard.press("Enter");
    await leads.choose(ada.getByRole("radio", { name: "Nobody objects" }));
    await leads.type(/^Why/u, "Bo has the graphs");
    await ada.keyboard.press("Control+Enter");
    await expect(bo.getByTestId("difference-scale.y3.writes_s").getByText(/Recorded:/u)).toBeVisible();
    await expect(ada.locator(":focus")).toHaveCount(1);
  });

  await test.step("what could go wrong is written in silence, and both consent", async () => {
    await leads.goBy("gp", /\/converge$/u);
    await leads.press("Start three silent minutes");
    await member.goBy("gp", /\/converge$/u);
    for (const [page, hands] of [
      [ada, leads],
      [bo, member],
    ] as const) {
      await hands.type("What happened", "Nobody restored it");
      // Pressed twice before the page can say that it is busy, it is sent once.
      await page.evaluate(() => {
        const press = { key: "Enter", ctrlKey: true, bubbles: true, cancelable: true };
        for (let n = 0; n < 2; n++) document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", press));
      });
      await expect(page.getByText("You wrote 1 line.")).toBeVisible();
      await expect(page.getByRole("textbox", { name: "What happened" })).toHaveValue("");
      await expect(page.getByText("You wrote 1 line.")).toBeVisible();
    }
    await leads.press("Show all cards");
    await leads.press("A risk");
    await leads.press("Ask for consent");
    await leads.type("Proposal", "We take Postgres");
    await ada.keyboard.press("Enter");
    for (const [page, hands] of [
      [ada, leads],
      [bo, member],
    ] as const) {
      await hands.choose(page.getByRole("radio", { name: "Consent", exact: true }));
      await hands.press("Send my choice");
    }
    await expect(bo.getByText("Nobody objects.", { exact: false }).first()).toBeVisible();
  });

  await test.step("both give their gut feeling and see the list and its costs", async () => {
    for (const [page, hands] of [
      [ada, leads],
      [bo, member],
    ] as const) {
      await hands.goBy("gs", /\/shortlist$/u);
      await hands.tabTo(page.getByRole("combobox", { name: "The system you would take" }));
      await page.keyboard.type("MariaDB");
      await expect(page.getByRole("option", { name: "MariaDB" })).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await hands.press("Keep my guess and show the list");
      await expect(page.getByRole("heading", { name: "PostgreSQL" }).first()).toBeVisible();
    }
    await leads.goBy("gc", /\/costs$/u);
    await leads.tabTo(ada.getByRole("tab", { name: "Chart" }).first());
    await ada.keyboard.press("ArrowRight");
    await expect(ada.getByRole("table", { name: "Monthly cost at the loads that matter" })).toBeVisible();
  });

  await test.step("the decision is written, frozen and signed by Dee, behind a link of her own", async () => {
    await leads.goBy("ga", /\/decision$/u);
    for (const [section, text] of [
      ["What we choose", "A text file, for now."],
      ["What we chose against", "Everything else."],
      ["Why", "Few seats."],
      ["What would make us reconsider", "A second hall opens"],
    ] as const)
      await leads.type(section, text);
    await ada.keyboard.press("Tab");
    await expectSaved(ada);
    await leads.goBy("gf", /\/sign$/u);
    await leads.type("Their name", "Dee");
    await ada.keyboard.press("Enter");
    const link = await readLink(ada, /#a_[\w-]{43}/u);
    await leads.press(/Freeze revision 1/u);
    const dee = (await person()).page;
    const approves = handsOf(dee);
    await dee.goto(link);
    await approves.press("Continue as Dee");
    await approves.choose(dee.getByRole("radio", { name: /^I approve(?!,)/u }));
    await approves.type("Type your name as your signature", "Dee");
    await approves.press("Approve revision 1");
    await expect(dee.getByText(/ADR-0001/u).first()).toBeVisible();
    await expect(ada.getByText(/Accepted · ADR-0001/u).first()).toBeVisible();
  });
});
