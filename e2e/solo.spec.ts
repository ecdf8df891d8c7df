import { expect, test } from "./fixtures";
import { handsOf } from "./pages/keyboard";
import { expectNoStatistic } from "./pages/statistics";
import { expectSaved } from "./pages/worksheet";

test("one person goes from a sentence to a signed decision by keyboard alone, and meets no statistic of a group", async ({ person }) => {
  test.setTimeout(120_000);
  const { page } = await person();
  const { tabTo, type, press, goBy } = handsOf(page);

  await page.goto("/");
  await type("What are you deciding?", "Where do the notes go?");
  await type("Your name", "Ada");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Where do the notes go?" })).toBeVisible();
  await goBy("g3", /\/step\/scale$/u);
  await type("Peak writes, In 3 years", "1500");
  await page.keyboard.press("Tab");
  await expectSaved(page);
  await goBy("go", /\/w\/[^/]+$/u);
  await press("Reveal all answers");
  await press("Reveal to everyone");
  await expect(page).toHaveURL(/\/differences$/u);
  await expectNoStatistic(page);
  await goBy("gs", /\/shortlist$/u);
  await press(/^I would rather not say/u);
  await expectNoStatistic(page);
  await goBy("gc", /\/costs$/u);
  await expectNoStatistic(page);
  await goBy("ga", /\/decision$/u);
  for (const [section, text] of [
    ["What we choose", "A text file, for now."],
    ["What we chose against", "Everything else."],
    ["Why", "One person, few notes."],
    ["What would make us reconsider", "A second person writes"],
  ] as const)
    await type(section, text);
  await page.keyboard.press("Tab");
  await expectSaved(page);
  await goBy("gf", /\/sign$/u);
  await press("I approve it myself");
  await press(/Freeze revision 1/u);
  await tabTo(page.getByRole("radio", { name: /^I approve(?!,)/u }));
  await page.keyboard.press("Space");
  await type("Type your name as your signature", "Ada");
  await press("Approve revision 1");
  await expect(page.getByText(/Accepted · ADR-0001/u).first()).toBeVisible();
  await expectNoStatistic(page);
});
