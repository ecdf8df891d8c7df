import { expect, expectAccessible, expectNoSidewaysScroll, test, worksheetId } from "./fixtures";
import { call, callAs } from "./pages/calls";

test("a worksheet starts from a template with a term, is put away, deleted, brought back, and travels in a file", async ({ person }) => {
  const { page } = await person();
  await page.goto("/");
  const sentence = "Where does our content management system keep its data?";
  // A choice made before the page has woken up changes nothing yet.
  await expect(async () => {
    await page.getByLabel("Start from").selectOption({ label: "Content management system" });
    await expect(page.getByRole("textbox", { name: "What are you deciding?" })).toHaveValue(sentence, { timeout: 500 });
  }).toPass();
  await page.getByText("What it fills").click();
  await expect(page.getByRole("heading", { name: "Suggested to whoever answers" })).toBeVisible();
  await page.getByText("Kept until somebody deletes it").click();
  await page.getByLabel("Keep it").selectOption({ label: "a year" });
  await expectAccessible(page);
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  await page.getByRole("button", { name: "Start worksheet" }).click();
  await expect(page.getByRole("heading", { name: sentence })).toBeVisible();
  const id = worksheetId(page);

  await page.goto(`/w/${id}/settings`);
  await expect(page.getByText(/^Deleted by itself on/)).toBeVisible();
  await expect(async () => {
    await page.getByLabel("Keep it").selectOption({ label: "until somebody deletes it" });
    await expect(page.getByText(/^Deleted by itself on/)).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await page.getByRole("button", { name: "Put away" }).click();
  await page.getByRole("button", { name: "Take out again" }).click();
  await expect(page.getByRole("button", { name: "Put away" })).toBeVisible();
  await callAs(page, "POST", "/reveal");
  const file = JSON.stringify(await call(page, "GET", `/worksheets/${id}/worksheet.json`));

  await page.getByRole("button", { name: "Delete this worksheet" }).click();
  await page.getByLabel("Type the sentence to delete it").fill(sentence);
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Deleted, can be brought back" })).toBeVisible();
  await page.getByRole("button", { name: `Bring back: ${sentence}` }).click();
  await expect(page).toHaveURL(new RegExp(`/w/${id}`));

  await page.goto("/import#import-worksheet");
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByLabel("Worksheet file").click()]);
  await chooser.setFiles({ name: "cms.worksheet.json", mimeType: "application/json", buffer: Buffer.from(file) });
  await page.getByRole("button", { name: "Import a worksheet" }).click();
  await expect(page.getByRole("heading", { name: sentence })).toBeVisible();
  expect(worksheetId(page)).not.toBe(id);
});

test("the API page explains every call, finds one, and shows how to make it", async ({ person }) => {
  const { page } = await person({ width: 360, height: 740 });
  await page.goto("/api");
  await page.getByLabel("Find a call").fill("log imports");
  await page.getByRole("link", { name: /Import decision records/ }).click();
  await expect(page).toHaveURL(/\/api\/decision-log#/);
  await expect(page.getByText("/log/imports").first()).toBeVisible();
  await expect(page.getByText(/curl/).first()).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});
