import { expect, expectAccessible, test } from "./fixtures";
import { callAs } from "./pages/calls";

test("the differences come counted with the page, the browser counts again after a change, and no card moves once it is seen", async ({
  person,
}) => {
  const { page } = await person({});
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/");
  await page
    .getByRole("button", { name: "Open the sample" })
    .or(page.getByRole("link", { name: "Open the sample" }))
    .click();
  await expect(page).toHaveURL(/\/w\//u);
  await page.getByRole("button", { name: "Reveal all answers" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reveal to everyone" }).click();
  await page.getByRole("button", { name: "On to the differences" }).click();
  await expect(page).toHaveURL(/\/differences$/u);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/change/u);
  await expectAccessible(page);
  // Where people asked for calm, nothing moves for longer than a hundredth of a second.
  const longest = await page.evaluate(() => {
    const seconds = (text: string) => text.split(",").map((one) => Number.parseFloat(one) * (one.trim().endsWith("ms") ? 0.001 : 1));
    return Math.max(
      ...[...document.querySelectorAll("*")].flatMap((one) => {
        const { transitionDuration, animationDuration } = getComputedStyle(one);
        return [...seconds(transitionDuration), ...seconds(animationDuration)];
      }),
    );
  });
  expect(longest).toBeLessThanOrEqual(0.01);
  // The first who looks may come before the count; after that it is in the page, before any script.
  await expect.poll(async () => (await page.request.get(page.url())).text()).toMatch(/<b>\d+ change the shortlist/u);

  await page.reload();
  const started = page.waitForEvent("worker");
  await callAs(page, "PUT", "/answers/scale", { round: 2, fields: { "now.writes_s": { value: 9_000, baseVersion: 0 } } });
  expect(new URL((await started).url()).origin).toBe(new URL(page.url()).origin);
  await expect(page.getByText("9,000").first()).toBeAttached();
  // The server is asked only where no worker answers.
  expect(asked.filter((path) => path.endsWith("/disagreement"))).toEqual([]);

  // A topic's own link typed into the address: the cards are put in order after it was read, and it still arrives.
  await page.getByRole("button", { name: /^Same list either way/u }).click();
  const folded = (await page.locator("[data-topic]").last().getAttribute("data-topic")) ?? "";
  const link = `${page.url()}#topic-${folded}`;
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.locator(`[data-topic="${folded}"]`)).toBeFocused();
  await expect(page.locator(`[data-topic="${folded}"]`)).toBeInViewport();
});
