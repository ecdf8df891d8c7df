import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

const nygard = (title: string, status: string) =>
  Buffer.from(`# ${title}\n\n## Status\n\n${status}\n\n## Context\n\nOrders.\n\n## Decision\n\nWe do.\n\n## Consequences\n\nFine.\n`);

test("a team starts a space, brings its records, finds one, and starts the next decision there", async ({ person }) => {
  const { page: ada } = await person();
  await ada.goto("/s");
  await ada.getByLabel("Name of the space").fill("Payments");
  await ada.getByLabel("Your name").fill("Ada");
  await ada.getByRole("button", { name: "Start the space" }).click();
  await expect(ada.getByRole("heading", { name: "People and links" })).toBeVisible();
  const memberLink = await ada.getByRole("textbox", { name: "Member link" }).inputValue();
  await expectAccessible(ada);

  await ada.getByRole("link", { name: "Decisions" }).click();
  await expect(ada.getByRole("heading", { name: "Nothing has been decided here yet." })).toBeVisible();
  await ada.getByRole("link", { name: "Import a folder of records" }).click();
  const [chooser] = await Promise.all([ada.waitForEvent("filechooser"), ada.getByRole("button", { name: "Choose files" }).click()]);
  await chooser.setFiles([
    { name: "0001-use-mysql.md", mimeType: "text/markdown", buffer: nygard("1. Use MySQL", "Superseded by [2](0002-use-postgresql.md)") },
    { name: "0002-use-postgresql.md", mimeType: "text/markdown", buffer: nygard("2. Use PostgreSQL", "Accepted") },
    { name: "README.md", mimeType: "text/markdown", buffer: Buffer.from("Just words.") },
  ]);
  await expect(ada.getByRole("heading", { level: 1 })).toHaveText("2 files were added to the log, of 3.");
  await expect(ada.getByRole("cell", { name: "Left out: no decision record in it" })).toBeVisible();
  await expectAccessible(ada);
  await ada.getByRole("link", { name: "Back to the log" }).click();

  await expect(ada.getByRole("row", { name: /Use PostgreSQL/ })).toContainText("replaces 0001");
  await expect(ada.getByRole("row", { name: /Use MySQL/ })).toHaveCount(0);
  await ada.getByLabel("Status").selectOption("all");
  await expect(ada.getByRole("row", { name: /Use MySQL/ })).toContainText("→ replaced by 0002");
  const titles = ada.locator("tbody th > a");
  await titles.first().focus();
  await ada.keyboard.press("ArrowDown");
  await expect(titles.nth(1)).toBeFocused();
  await ada.keyboard.press("Escape");
  await ada.getByRole("heading", { level: 1 }).click();
  await ada.keyboard.press("/");
  await ada.keyboard.type("postg");
  await expect(ada).toHaveURL(/q=postg&status=all/);
  await expect(ada.getByText("One decision fits.")).toBeVisible();
  await ada.reload();
  await expect(ada.getByLabel("Search")).toHaveValue("postg");
  await expectAccessible(ada);
  await ada
    .getByRole("row", { name: /Use PostgreSQL/u })
    .getByRole("cell", { name: "Accepted" })
    .click();
  await expect(ada.getByRole("heading", { name: "0002. Use PostgreSQL" })).toBeVisible();
  await ada.getByRole("link", { name: "Back to the log" }).click();

  await ada.getByRole("button", { name: "Start a worksheet" }).click();
  await ada.getByLabel("What are you deciding?").fill("Which queue moves the orders?");
  await ada.getByRole("button", { name: "Start", exact: true }).click();
  await expect(ada.getByRole("heading", { name: "Which queue moves the orders?" })).toBeVisible();
  const address = ada.url();

  const { page: bo } = await person({ width: 360, height: 740, dark: true });
  await bo.goto(memberLink);
  await expect(bo.getByRole("heading", { name: "Payments" })).toBeVisible();
  await bo.getByLabel("Your name").fill("Bo");
  await bo.getByRole("button", { name: "Join" }).click();
  await expect(bo.getByRole("link", { name: "Which queue moves the orders?" })).toBeVisible();
  await expectAccessible(bo);
  await expectNoSidewaysScroll(bo);
  await bo.goto(address);
  await bo.getByRole("button", { name: "Take part" }).click();
  await expect(bo.getByRole("button", { name: "Take part" })).toHaveCount(0);
  await expectNoSidewaysScroll(bo);
});

test("a facilitator of a space makes a key, sees it once, revokes it, and deletes the space and brings it back", async ({ person }) => {
  const { page } = await person({ width: 360, height: 740 });
  await page.goto("/s");
  await page.getByLabel("Name of the space").fill("Metrics");
  await page.getByLabel("Your name").fill("Ada");
  await page.getByRole("button", { name: "Start the space" }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByLabel("What will use it").fill("cron");
  await page.getByLabel("Send metrics").check();
  await page.getByRole("button", { name: "Make a key" }).click();
  await expect(page.getByText(/^k_[\w-]{43}$/)).toBeVisible();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: "Revoke" }).click();
  await page.getByRole("button", { name: "Revoke" }).click();
  await expect(page.getByText(/revoked/)).toBeVisible();

  await page.getByRole("button", { name: "Delete this space" }).click();
  await expect(page.getByRole("radio", { name: "They stand alone" })).toBeChecked();
  await page.getByLabel("Type the name to delete it").fill("Metrics");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Delete the space" }).click();
  await page.getByRole("button", { name: "Bring back: Metrics" }).click();
  await expect(page.getByRole("heading", { name: "Nothing has been decided here yet." })).toBeVisible();
});
