import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";

const MADR =
  '---\nstatus: accepted\ndate: 2026-11-20\ndecision-makers: [Ada, Bo]\n---\n\n# Keep orders in PostgreSQL\n\n## Decision Outcome\n\nChosen option: "PostgreSQL", because yes.\n';
const NYGARD =
  "# 7. Cache the sessions\n\nDate: 2026-03-02\n\n## Status\n\nSuperceded by [9. Drop the cache](0009-drop-the-cache.md)\n\n## Context\n\nx\n\n## Decision\n\ny\n";
const NO_STATUS = "# Something that nobody decided\n\n## Context and Problem Statement\n\naccepted?\n\n## Decision Outcome\n\nnone\n";

for (const variant of [
  { width: 1280, height: 900 },
  { width: 360, height: 740, dark: true },
]) {
  test(`records are read from pasted text and files, each with what became of it, at ${variant.width} px`, async ({ person }) => {
    const { page } = await person(variant);
    await page.goto("/");
    await page.getByRole("link", { name: "Read existing decision records" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Nothing is sent anywhere");
    await expectAccessible(page);
    for (const text of [MADR, NYGARD, NO_STATUS]) {
      await page.getByRole("textbox", { name: "Or paste one record" }).fill(text);
      await page.getByRole("button", { name: "Read this text" }).click();
      await expect(page.getByRole("textbox", { name: "Or paste one record" })).toHaveValue("");
    }
    await expect(page.getByRole("heading", { level: 1 })).toContainText("3 files of 3 are records");
    const row = (name: string) => page.getByRole("row", { name });
    await expect(row("Pasted text 1")).toContainText("MADR 4");
    await expect(row("Pasted text 1")).toContainText("Decided by Ada, Bo.");
    await expect(row("Pasted text 2")).toContainText("Superseded by 0009-drop-the-cache.md");
    await expect(row("Pasted text 3")).toContainText("not stated");

    await page
      .locator('input[type="file"]')
      .first()
      .setInputFiles([
        { name: "logo.png", mimeType: "image/png", buffer: Buffer.from([1, 2, 3]) },
        { name: "0004-latin.md", mimeType: "text/markdown", buffer: Buffer.from("# Caf\u00e9\n\n## Context\n\n## Decision\n", "latin1") },
        {
          name: "broken.md",
          mimeType: "text/markdown",
          buffer: Buffer.from("---\nstatus: a: b\n---\n# A\n\n## Decision Outcome\n\n```\n"),
        },
      ]);
    await expect(row("logo.png")).toContainText("Left out: not a text file by its name");
    await expect(row("0004-latin.md")).toContainText("4. Café");
    await expect(row("0004-latin.md")).toContainText("Not UTF-8");
    await expect(row("broken.md")).toContainText("not valid YAML");
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByRole("button", { name: "Start over" }).click();
    await expect(page.getByRole("table")).toHaveCount(0);
  });
}
