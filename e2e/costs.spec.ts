import type { Page, Response } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { openSample, openStep } from "./pages/worksheet";

/** The sample, revealed, at its costs. */
async function openCosts(page: Page): Promise<string> {
  const id = await openSample(page, "/costs");
  await expect(page.locator("svg.recharts-surface").first()).toBeVisible();
  return id;
}

const firstLine = (page: Page) => page.locator("svg.recharts-surface path.recharts-line-curve").first();
const csvOf = async (page: Page, id: string) => (await page.request.get(`/api/v1/worksheets/${id}/costs.csv`)).text();

test("a price that somebody changes moves the curve at once, and stands with their name in the table, the CSV and the decision", async ({
  person,
}) => {
  const { page } = await person();
  const id = await openCosts(page);
  await expectAccessible(page);

  const change = page.getByRole("button", { name: /^Change the price:/u }).first();
  await change.click();
  const field = page.getByRole("textbox", { name: /^US dollars per/u });
  await expect(field).toBeFocused();
  const before = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";

  await test.step("what cannot be a price is said at the field, and stays there to be mended", async () => {
    await field.fill("0,45 €");
    await expect(page.getByText("Give the price in US dollars. We know no exchange rates.")).toBeVisible();
    await field.fill("-3");
    await expect(page.getByText("A price is 0 or more.")).toBeVisible();
    await expect(field).toHaveValue("-3");
  });

  await test.step("the chart follows while the price is typed, and nobody else sees it", async () => {
    const curve = await page.locator("svg.recharts-surface").first().innerHTML();
    await field.fill("9.87");
    await expect(page.getByText("You are trying prices out.", { exact: false })).toBeVisible();
    await expect.poll(() => page.locator("svg.recharts-surface").first().innerHTML()).not.toBe(curve);
    expect(await csvOf(page, id)).not.toContain("9.87");
    await page.getByRole("button", { name: "Save price" }).click();
    await expect(page.getByText("Say where this price is from, for example: our contract.")).toBeVisible();
  });

  await test.step("saved with a reason it is marked", async () => {
    await page.getByRole("textbox", { name: "Where this price is from" }).fill("The offer of October");
    await page.getByRole("button", { name: "Save price" }).click();
    await expect(page.getByText(/changed by .*: The offer of October/u).first()).toBeVisible();
    expect(await csvOf(page, id)).toContain("The offer of October");
    await expectAccessible(page);
  });

  await test.step("the decision names price, author and reason", async () => {
    await openStep(page, "Decision");
    await expect(page.getByText("The offer of October", { exact: false }).first()).toBeAttached();
  });

  await test.step("taken back, the book's price stands again", async () => {
    await openStep(page, "Costs");
    await page
      .getByRole("button", { name: /^Change the price:/u })
      .first()
      .click();
    const row = page.getByRole("button", { name: "Use the book’s price" });
    if (!(await row.isVisible())) {
      await page.keyboard.press("Escape");
      await page
        .locator("li", { hasText: "The offer of October" })
        .getByRole("button", { name: /^Change the price:/u })
        .click();
    }
    await row.click();
    await expect(page.getByText("The offer of October")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(before);
  });
});

test("an assumption changed at the screen changes the bill, and a share of 120 percent is refused where it stands", async ({ person }) => {
  const { page } = await person({ width: 360, height: 740 });
  await openCosts(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Change: Reads", exact: true }).click();
  const field = page.getByRole("textbox", { name: "Reads, percent" });
  await field.fill("120");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("A share is 100 percent at most.")).toBeVisible();
  await expect(field).toHaveValue("120");
  await field.fill("50");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText(/set by /u).first()).toBeVisible();
  await expect(page.getByText(/50% of them reads/u)).toBeVisible();
  await page.getByRole("combobox", { name: "D, compare with any design" }).selectOption("dynamodb-on-demand");
  await expect(page.getByText(/^D · DynamoDB on demand/u).first()).toBeAttached();

  await test.step("the day of the load is said in words while it is typed, and what cannot be is refused at its field", async () => {
    await page.getByRole("button", { name: "Change: How the load comes" }).click();
    const form = page.getByRole("form", { name: "How the load comes" });
    await form.getByRole("combobox", { name: "A day" }).selectOption("block");
    await form.getByRole("textbox", { name: "Weekend load, percent of a weekday" }).fill("50");
    await expect(form.getByText(/A day has a few busy hours, weekends have 50% of a weekday/u)).toBeVisible();
    await form.getByRole("textbox", { name: "Bursts a month" }).fill("4");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form.getByText("Bursts need all three: how many, how long, how high.").first()).toBeVisible();
    await form.getByRole("textbox", { name: "Bursts a month" }).fill("");
    await form.getByRole("button", { name: "Save" }).click();
    await expect(form).toHaveCount(0);
    await expect(page.getByText(/weekends have 50% of a weekday/u)).toBeVisible();
  });

  await test.step("free tier and commitment of one design stand beside its total", async () => {
    const terms = page.locator("details", { has: page.locator("summary", { hasText: /^A · / }) }).last();
    await terms.locator("summary").click();
    // It is ticked when the server has taken it, not before.
    const free = terms.getByRole("checkbox", { name: "Count its free tier" });
    await free.click();
    await expect(free).toBeChecked();
    await terms.getByRole("button", { name: "Change: Commitment" }).click();
    await terms.getByRole("button", { name: "Save" }).click();
    await expect(terms.locator("summary")).toContainText("free tier counted, 30% off for 12 months");
    await expect(page.getByRole("row", { name: /^A / }).filter({ hasText: "free tier counted, 30% off for 12 months" })).toBeVisible();
  });
  // A button that is half scrolled under the header is no small target.
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test("the chart stands in the page before any script, with the same lines, and its table and CSV say the same", async ({
  person,
  browser,
}) => {
  const { page, context } = await person();
  const id = await openCosts(page);
  await test.step("without scripts: the finding, the drawing, the totals", async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
    const still = await plain.newPage();
    await still.goto(`/w/${id}/costs`);
    await expect(still.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(still.getByRole("img", { name: /^Monthly cost against load/u }).first()).toBeVisible();
    await expect(still.getByRole("heading", { name: "What each would cost a month" })).toBeVisible();
    await plain.close();
  });

  await test.step("the file draws the same corners as the figure for print", async () => {
    const svg = await (await page.request.get(`/api/v1/worksheets/${id}/charts/cost-against-load.svg`)).text();
    const printed = await page
      .locator("svg[role=img][aria-label^='Monthly cost against load'] > path")
      .evaluateAll((paths) => paths.map((path) => path.getAttribute("d") ?? ""));
    expect(printed.length).toBeGreaterThan(0);
    for (const path of printed) expect(svg).toContain(path);
  });

  await test.step("every total of the table is a total of the CSV", async () => {
    const rows = (await csvOf(page, id)).split("\r\n").filter((row) => row.includes(",total,"));
    const table = page
      .locator("section", { has: page.getByRole("heading", { name: "What each would cost a month" }) })
      .locator("table")
      .first();
    const shown = await table.locator("tbody tr td").allTextContents();
    expect(shown.length).toBe(rows.length);
  });

  await test.step("tabs and chart are for the keyboard too", async () => {
    await page.getByRole("tab", { name: "Chart" }).first().focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tab", { name: "Table" }).first()).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("table", { name: "Monthly cost at the loads that matter" })).toBeVisible();
    await page.keyboard.press("ArrowLeft");
    // The screen is whole once the trials are in.
    await expect(page.getByRole("heading", { name: "Over your own estimates" })).toBeVisible();
    const chart = page.getByRole("figure", { name: "Monthly cost against load" });
    await chart.locator("svg.recharts-surface").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect(chart.locator(".recharts-tooltip-wrapper")).toContainText("requests a second");
    await page.getByRole("button", { name: "Log", exact: true }).click();
    await expect(firstLine(page)).toBeVisible();
  });

  await test.step("the months change from the team's own range to multiples of today", async () => {
    await page.getByRole("button", { name: "Today, 10×, 100×" }).click();
    await expect(page.getByText("Typical × 100").filter({ visible: true }).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Your spread" })).toHaveAttribute("aria-pressed", "false");
  });

  await test.step("the arithmetic of a total stands below the cell that has the focus", async () => {
    const total = page.getByRole("figure", { name: /^Total cost over/u });
    await total.getByRole("tab", { name: "Table" }).click();
    await total.locator("tbody td[tabindex='0']").focus();
    await page.keyboard.press("ArrowDown");
    await expect(total.getByText(/^Operations: .* months = \$[\d,]+$/u)).toBeVisible();
  });

  await test.step("the trials have counted how often each is the cheapest", async () => {
    await expect(page.getByRole("heading", { name: "Over your own estimates" })).toBeVisible();
    await expect(page.getByText(/^cheapest in \d+%\$[\d.,]+ to \$[\d.,]+/u).first()).toBeVisible();
  });

  await test.step("each drawing can be copied, the one of what drives the ranking too", async () => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "Copy SVG" }).first().click();
    await expect(page.getByTestId("announcer")).toHaveText("Chart copied.");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("<svg");
    const drivers = page.getByRole("figure", { name: "What drives the ranking" });
    await drivers.getByRole("button", { name: "Copy SVG" }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("<title>What drives the ranking</title>");
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    // The one for paper is as wide as the copy; the one on the screen is as wide as its column.
    const onPaper = drivers.locator("svg:has(rect)").last().locator("rect");
    const places = await onPaper.evaluateAll((all) => all.map((rect) => rect.getAttribute("x")));
    expect(places.length).toBeGreaterThan(0);
    for (const x of places) expect(copied).toContain(`x="${x}"`);
  });

  await test.step("on paper there are drawings and tables, and nothing to press", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.locator("svg.recharts-surface").first()).toBeHidden();
    await expect(page.getByRole("img", { name: /^Monthly cost against load/u }).last()).toBeVisible();
    await expect(page.getByRole("table", { name: "Monthly cost at the loads that matter" })).toBeVisible();
    await expect(page.getByRole("main").getByRole("button").filter({ visible: true })).toHaveCount(0);
    await expect(page.getByRole("combobox").filter({ visible: true })).toHaveCount(0);
  });
});

test("no other screen carries the code of the charts", async ({ person }) => {
  const { page } = await person();
  const id = await openCosts(page);
  for (const path of [`/w/${id}/shortlist`, `/w/${id}/decision`, `/w/${id}/differences`, `/w/${id}`, "/", "/how-we-price"]) {
    const scripts: string[] = [];
    const collect = async (response: Response) => {
      if (response.request().resourceType() === "script") scripts.push(await response.text().catch(() => ""));
    };
    page.on("response", collect);
    await page.goto(path, { waitUntil: "load" });
    await expect(page.getByRole("heading").first()).toBeVisible();
    page.off("response", collect);
    expect(scripts.filter((text) => text.includes("recharts-")).length, path).toBe(0);
  }
});

test("how we price is told in words, with every price, its date and where it was read, and every example and claim", async ({ page }) => {
  await page.goto("/how-we-price");
  const rowsOf = (name: string) => page.getByRole("region", { name }).locator("tbody tr");
  expect(await rowsOf("Published examples, computed again").count()).toBeGreaterThanOrEqual(30);
  expect(await rowsOf("What a guide says about costs").count()).toBeGreaterThanOrEqual(36);
  await expect(page.getByText("no longer comes out")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("formulas you can check");
  await page
    .getByText(/^Amazon DynamoDB|^DynamoDB/u)
    .first()
    .click();
  await expect(page.getByText("aws.dynamodb.od.wru", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
