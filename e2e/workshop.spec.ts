import { expect, expectAccessible, expectNoSidewaysScroll, test, worksheetId } from "./fixtures";
import { callAs } from "./pages/calls";
import { expectSaved, join, openStep, startWorksheet } from "./pages/worksheet";
import { answer, reveal, teamBar } from "./pages/workshop";

const NOTE = "Something others here may not know";
const TEN_MINUTES = 600_000;

test("nobody who is typing is moved: a strip offers to join, and the timer is right on a clock that is not", async ({ person }) => {
  const ada = (await person()).page;
  const bo = (await person()).page;
  const cy = await person();
  await cy.context.addInitScript((off) => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + off;
  }, TEN_MINUTES);
  const { joinLink } = await startWorksheet(ada, { title: "Where do the orders go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await join(cy.page, { link: joinLink, name: "Cy" });

  await openStep(bo, "Scale");
  await expect(bo).toHaveURL(/\/step\/scale$/u);
  const field = bo.getByRole("textbox", { name: NOTE });
  await field.click();
  await bo.keyboard.type("we lost a weekend of");

  await callAs(ada, "PUT", "/pointer", { screen: "cost" });
  await callAs(ada, "PUT", "/timer", { action: "start", seconds: 300 });
  await expect(teamBar(bo)).toContainText("Ada is on Cost.");
  await bo.keyboard.type(" writes");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("we lost a weekend of writes");
  await expect(bo).toHaveURL(/\/step\/scale$/u);

  // Asked whether they are ready, they alone hear of it, and it takes nothing from them.
  await ada.getByRole("button", { name: "Nudge Bo" }).click();
  await expect(ada.getByRole("button", { name: "Bo was asked just now" })).toBeVisible();
  const question = bo.getByRole("region", { name: "A question for you" });
  await expect(question).toContainText("Ada asks: are you ready? 5 questions are still open.");
  await expect(question.getByRole("link", { name: "Go to Workload" })).toBeVisible();
  await expect(field).toBeFocused();
  await expect(cy.page.getByRole("region", { name: "A question for you" })).toBeHidden();

  // A clock ten minutes ahead shows the same as one that is right.
  await expect(teamBar(bo).getByRole("timer")).toHaveText(/^[45]:\d\d left$/u);
  await expect(teamBar(cy.page).getByRole("timer")).toHaveText(/^[45]:\d\d left$/u);
  // Put away, it is away for one person only, and stays so after a reload.
  await cy.page.getByRole("button", { name: "Hide the clock" }).click();
  await cy.page.reload();
  await expect(cy.page.getByRole("button", { name: "Show the clock" })).toBeVisible();
  await expect(teamBar(cy.page).getByRole("timer")).toHaveCount(0);
  await ada.getByRole("button", { name: "+5 min" }).click();
  await expect(teamBar(bo).getByRole("timer")).toHaveText(/^(?:9|10):\d\d left$/u);

  await callAs(ada, "POST", "/reveal");
  await expect(question).toBeHidden();
  await bo.keyboard.type(" in May");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("we lost a weekend of writes in May");
  await expect(bo).toHaveURL(/\/step\/scale$/u);
  await expect(bo.getByTestId("announcer")).toHaveText("Answers are revealed.");
  await teamBar(bo).getByRole("link", { name: "Join" }).click();
  await expect(bo).toHaveURL(/\/step\/cost$/u);
});

test("when the timer is over answers still save, and ticks go when the team moves on", async ({ person }) => {
  const ada = (await person()).page;
  const bo = (await person()).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the invoices go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await callAs(ada, "PUT", "/timer", { action: "start", seconds: 10 });
  await openStep(bo, "Scale");
  await expect(teamBar(bo)).toContainText("Time’s up. Finish your thought.", { timeout: 20_000 });
  await bo.getByRole("textbox", { name: "Peak writes, In 3 years" }).fill("1500");
  await bo.getByRole("textbox", { name: "Peak writes, In 3 years" }).blur();
  await expectSaved(bo);

  await callAs(ada, "PUT", "/pointer", { screen: "shortlist" });
  await bo.goto(`/w/${worksheetId(bo)}/shortlist`);
  await teamBar(bo).getByRole("button", { name: "I’m ready" }).click();
  await expect(teamBar(bo)).toContainText("1 of 2 ready: Bo");
  // Who put the strip away is offered the way all the same once the team has moved on.
  await teamBar(bo).getByRole("button", { name: "Hide" }).click();
  await expect(teamBar(bo)).toHaveCount(0);
  await callAs(ada, "PUT", "/pointer", { screen: "costs" });
  await expect(teamBar(bo)).toContainText("Ada is on Costs.");
  await callAs(ada, "PUT", "/pointer", { screen: "shortlist" });
  await expect(teamBar(bo)).toContainText("Nobody is ready yet");
});

test("who joins after the reveal answers blind first, and no reply holds a revealed value", async ({ person }) => {
  const ada = (await person()).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the logs go?", name: "Ada" });
  await answer(ada, { question: "scale", field: "y3.users", value: 735_190_264_111 });
  await reveal(ada);
  const lee = (await person()).page;
  const bodies: Promise<string>[] = [];
  lee.on("response", (response) => {
    const isText = /json|html|x-component/u.test(response.headers()["content-type"] ?? "");
    if (isText) bodies.push(response.text().catch(() => ""));
  });
  await lee.goto(joinLink);
  await lee.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await lee.getByRole("radio", { name: /Answer blind first/u }).check();
  await lee.getByRole("button", { name: "Join", exact: true }).click();
  await expect(lee.getByText("There is already somebody called Ada here.")).toBeVisible();
  await lee.getByRole("button", { name: "I’m another Ada" }).click();
  await expect(lee).toHaveURL(/\/step\/workload$/u);
  await expect(ada.getByText("Ada 2 still answers blind. What they say is not counted here yet.")).toBeVisible();
  await expect(teamBar(lee)).toContainText("You answer blind.");
  for (const screen of ["/differences", "/shortlist", "/costs", "/decision"]) await lee.goto(`/w/${worksheetId(lee)}${screen}`);
  await answer(lee, { question: "scale", field: "y3.users", value: 5 });
  const before = await Promise.all(bodies);
  expect(before.filter((body) => /735190264111|735,190,264,111/u.test(body))).toEqual([]);

  await teamBar(lee).getByRole("button", { name: "I’m done, show me" }).click();
  await lee.goto(`/w/${worksheetId(lee)}/differences#topic-scale.y3.users`);
  await expect(lee.getByText("735,190,264,111").first()).toBeVisible();
  await ada.goto(`/w/${worksheetId(ada)}/differences#topic-scale.y3.users`);
  await expect(ada.getByText(/answered after the reveal/u).first()).toBeVisible();
});

test("a difference is talked about, looked up by somebody until a date, commented, and shown as a table", async ({ person }) => {
  const ada = (await person()).page;
  const bo = (await person()).page;
  const cy = (await person()).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the carts go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await join(cy, { link: joinLink, name: "Cy" });
  for (const [page, value] of [
    [ada, 50],
    [bo, 60],
    [cy, 5_000],
  ] as const)
    await answer(page, { question: "scale", field: "y3.writes_s", value });
  // By keyboard: one key asks, the safe answer has the focus, and the others are offered the way and told of it.
  await ada.keyboard.press("r");
  await expect(ada.getByRole("dialog").getByRole("button", { name: "Not yet" })).toBeFocused();
  // The dialog gives it the focus twice, once before and once after it is painted; no hand is quick enough to come between.
  await ada.evaluate(() => new Promise<void>((go) => requestIdleCallback(() => go())));
  await ada.keyboard.press("Tab");
  await ada.keyboard.press("Enter");
  // First everybody reads in silence: who goes on before the team does stays offered the way back, and the other way round.
  await expect(ada).toHaveURL(/\/differences\?view=reading$/u);
  await expect(bo.getByTestId("announcer")).toHaveText("The team reads in silence what everybody said.");
  await expect(teamBar(bo)).toContainText("Ada is on Differences: reading in silence");
  await bo.keyboard.press("g");
  await bo.keyboard.press("t");
  await expect(bo).toHaveURL(/\/differences\?view=reading$/u);
  await expect(teamBar(bo)).toContainText(/[12]:\d\d left for reading in silence/u);
  await expect(bo.getByTestId("reading-scale.y3.writes_s")).toContainText("5,000/s");
  await teamBar(ada).getByRole("button", { name: "Pause" }).click();
  await expect(teamBar(bo)).toContainText(/left for reading in silence, paused/u);
  await teamBar(ada).getByRole("button", { name: "Go on" }).click();
  await expect(teamBar(bo)).not.toContainText("paused");
  await ada.getByRole("button", { name: "On to the differences" }).click();
  await expect(teamBar(bo)).toContainText("Ada is on Differences.");
  await expect(teamBar(bo).getByRole("timer")).toHaveCount(0);
  await teamBar(bo).getByRole("link", { name: "Join" }).click();
  await expect(bo).toHaveURL(/\/differences$/u);
  await ada.getByRole("button", { name: "By question" }).click();
  const card = ada.getByTestId("difference-scale.y3.writes_s");
  await card.getByRole("button", { name: "Talk about this" }).click();
  await expect(card.getByText("The team talks about this now")).toBeVisible();
  await expect(bo.getByTestId("announcer")).toHaveText("Timer started: 5 minutes.");
  await teamBar(bo).getByRole("link", { name: "Peak writes in 3 years" }).press("Enter");
  await expect(bo.getByTestId("difference-scale.y3.writes_s")).toBeFocused();
  await card.getByRole("button", { name: "Park" }).click();
  await card.getByRole("textbox", { name: "Who looks into it" }).fill("Cy");
  await card.getByLabel("By", { exact: true }).fill("2026-12-01");
  await card.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card.getByText(/Parked: Cy looks into it by .*1/u)).toBeVisible();

  await card.getByText("Comments and evidence").click();
  await card.getByRole("textbox", { name: "Link to evidence" }).fill("javascript:alert(1)");
  await expect(card.getByText("A web address that starts with https://")).toBeVisible();
  await card.getByRole("textbox", { name: "Link to evidence" }).fill("https://example.org/load-test");
  await card.getByRole("button", { name: "Add", exact: true }).click();
  await expect(card.getByRole("link", { name: "https://example.org/load-test" })).toHaveAttribute("rel", /noopener/u);

  await ada.locator("#main").focus();
  await ada.keyboard.press("j");
  await expect(card).toBeFocused();
  await ada.keyboard.press("Enter");
  await expect(card.getByRole("button", { name: /^Settle/u, expanded: true })).toBeFocused();

  await ada.getByRole("button", { name: "Who with whom" }).click();
  await expect(ada).toHaveURL(/view=people/u);
  await ada.reload();
  const table = ada.getByRole("table");
  await expect(table.getByRole("rowheader")).toHaveText(["Ada", "Bo", "Cy"]);
  await expect(table.getByRole("row", { name: /^Cy/u })).toContainText("≠ apart");
  await expectAccessible(ada);
  for (const width of [360, 320]) {
    await ada.setViewportSize({ width, height: 740 });
    await expectNoSidewaysScroll(ada);
  }
});

test("consent is blind until all have chosen, and who disagrees commits in their own words", async ({ person }) => {
  const ada = (await person()).page;
  const bo = (await person()).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the bids go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await reveal(ada);
  await ada.goto(`/w/${worksheetId(ada)}/converge`);
  await bo.goto(`/w/${worksheetId(bo)}/differences`);
  await ada.getByRole("button", { name: "Ask for consent" }).click();
  await ada.getByRole("textbox", { name: "Proposal" }).fill("We take Postgres");
  await ada.getByRole("button", { name: "Ask for consent" }).click();

  // The round waits for Bo, so he is told wherever he is, until he has chosen.
  await expect(teamBar(bo)).toContainText("Ada asks: does anybody object?");
  await teamBar(bo).getByRole("link", { name: "Answer" }).click();
  await bo.getByRole("radio", { name: "Object", exact: true }).check();
  await bo.getByRole("button", { name: "Send my choice" }).click();
  await bo.getByRole("textbox", { name: "What harm do you see?" }).fill("Nobody here can restore it");
  await bo.getByRole("textbox", { name: /What change would make it safe/u }).fill("Restore it once first");
  // What was typed and not sent outlives the page.
  await bo.reload();
  await expect(bo.getByRole("textbox", { name: "What harm do you see?" })).toHaveValue("Nobody here can restore it");
  await expect(bo.getByRole("textbox", { name: /What change would make it safe/u })).toHaveValue("Restore it once first");
  await bo.getByRole("button", { name: "Send my choice" }).click();
  await expect(bo.getByText("Your choice is kept.")).toBeVisible();
  await expect(teamBar(bo)).toHaveCount(0);
  await ada.reload();
  await expect(ada.getByText("Does anybody object?").first()).toBeVisible();
  await expect(ada.getByText("Nobody here can restore it")).toHaveCount(0);
  await ada.getByRole("radio", { name: "Consent", exact: true }).check();
  await ada.getByRole("button", { name: "Send my choice" }).click();
  await expect(ada.getByText("Somebody objects.")).toBeVisible();
  await expect(ada.getByText("Nobody here can restore it")).toBeVisible();
  await bo.getByRole("textbox", { name: "What would prove you right?" }).fill("A restore takes more than a day");
  await bo.getByRole("button", { name: "Disagree and commit" }).click();
  await expect(ada.getByText(/Disagrees and commits: “Nobody here can restore it”/u)).toBeVisible();
  await expectAccessible(ada);
});

test("a premortem is silent and blind, then its cards become risks of the decision", async ({ person }) => {
  const ada = (await person()).page;
  const bo = (await person()).page;
  const { joinLink } = await startWorksheet(ada, { title: "Where do the mails go?", name: "Ada" });
  await join(bo, { link: joinLink, name: "Bo" });
  await reveal(ada);
  for (const page of [ada, bo]) await page.goto(`/w/${worksheetId(ada)}/converge`);
  await ada.getByRole("button", { name: "Start three silent minutes" }).click();
  const line = bo.getByRole("textbox", { name: "What happened" });
  await line.fill("Only Bo knew how");
  await bo.getByRole("button", { name: "Add", exact: true }).click();
  await expect(bo.getByText("You wrote 1 line.")).toBeVisible();
  await bo.getByRole("button", { name: "Change", exact: true }).click();
  await expect(line).toBeFocused();
  await expect(line).toHaveValue("Only Bo knew how");
  await line.fill("Only Bo knew how to run it");
  await bo.getByRole("button", { name: "Add", exact: true }).click();
  await expect(bo.getByText("You wrote 1 line.")).toBeVisible();
  await expect(bo.getByText("Only Bo knew how", { exact: true })).toHaveCount(0);
  await ada.reload();
  await expect(ada.getByRole("button", { name: "Show all cards" })).toBeVisible();
  await expect(ada.getByText("Only Bo knew how to run it")).toHaveCount(0);
  await ada.getByRole("button", { name: "Show all cards" }).click();
  await ada.getByRole("listitem").filter({ hasText: "Only Bo knew" }).getByRole("button", { name: "A risk" }).click();
  await expect(ada.getByText("✓ in the decision’s risks")).toBeVisible();
  await openStep(ada, "Decision");
  await expect(ada.getByText("- Only Bo knew how to run it").first()).toBeVisible();
});
