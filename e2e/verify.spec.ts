import { randomUUID } from "node:crypto";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { anAcceptedDecision } from "./pages/accepted-decision";

test("anybody drops a sealed decision and learns whether it still is what was signed", async ({ person, request }) => {
  const { id, token } = await anAcceptedDecision(request);
  const headers = { authorization: `Bearer ${token}` };
  const file = await request.get(`/api/v1/worksheets/${id}/adr.pdf`, { headers, timeout: 30_000 });
  expect(file.headers()["x-seal"]).toBe("B-B");
  const pdf = await file.body();
  const { page } = await person();
  await page.goto("/verify");

  await test.step("an untouched file is valid, with every check", async () => {
    await page.getByLabel(/Drop a file here/u).setInputFiles({ name: "adr.pdf", mimeType: "application/pdf", buffer: pdf });
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toHaveAttribute("data-verdict", "valid", { timeout: 20_000 });
    await expect(verdict.getByRole("heading", { level: 2 })).toContainText("This file is unchanged and current.");
    await expect(verdict.getByRole("listitem")).toHaveCount(12);
    await expect(page.getByTestId("file-hash")).toContainText(/[0-9a-f]{64}/u);
    await expectAccessible(page);
  });

  await test.step("a byte after the seal is named", async () => {
    const buffer = Buffer.concat([pdf, Buffer.from("\n% one more thing")]);
    await page.getByLabel(/Drop a file here/u).setInputFiles({ name: "adr.pdf", mimeType: "application/pdf", buffer });
    await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "changed", { timeout: 20_000 });
    await expect(page.getByTestId("verdict")).toContainText("were added after the seal");
  });

  await test.step("the exported record is checked too", async () => {
    const json = await (await request.get(`/api/v1/worksheets/${id}/record.json`, { headers })).body();
    await page.getByLabel(/Drop a file here/u).setInputFiles({ name: "record.json", mimeType: "application/json", buffer: json });
    await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "valid", { timeout: 20_000 });
  });

  await test.step("a file of somebody else is not ours, and says why", async () => {
    const buffer = Buffer.from('{"invoice":17}');
    await page.getByLabel(/Drop a file here/u).setInputFiles({ name: "invoice.json", mimeType: "application/json", buffer });
    await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "not-ours", { timeout: 20_000 });
    await expect(page.getByTestId("verdict").getByRole("heading", { level: 2 })).toContainText(
      "This is not a file that this Shortlist sealed.",
    );
    await expect(page.getByTestId("verdict")).toContainText("It is neither a PDF nor an exported record.json.");
    await expectAccessible(page);
  });

  await test.step("once the decision is called deprecated, the same file is unchanged and no longer current", async () => {
    const data = { opId: randomUUID(), status: "deprecated", reason: "The product ends." };
    expect((await request.put(`/api/v1/worksheets/${id}/status`, { headers, data })).ok()).toBe(true);
    await page.getByLabel(/Drop a file here/u).setInputFiles({ name: "adr.pdf", mimeType: "application/pdf", buffer: pdf });
    await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "valid-superseded", { timeout: 20_000 });
    await expect(page.getByTestId("verdict")).toContainText("it no longer applies");
    await expectAccessible(page);
  });

  await test.step("on a phone and in the dark", async () => {
    const phone = await person({ width: 360, height: 740, dark: true });
    await phone.page.goto("/verify");
    await phone.page.getByLabel(/Drop a file here/u).setInputFiles({ name: "adr.pdf", mimeType: "application/pdf", buffer: pdf });
    await expect(phone.page.getByTestId("verdict")).toBeVisible({ timeout: 20_000 });
    await expectNoSidewaysScroll(phone.page);
    await expectAccessible(phone.page);
  });

  await test.step("the verifier and the root certificate can be taken along", async () => {
    const verifier = await request.get("/verify/offline");
    expect([verifier.status(), (await verifier.text()).includes("Shortlist verifier")]).toEqual([200, true]);
    expect(await (await request.get("/.well-known/shortlist-root.pem")).text()).toContain("BEGIN CERTIFICATE");
  });
});

test("the sign screen shows the seal, and the history lists what happened", async ({ person, request }) => {
  const { id, returnLink } = await anAcceptedDecision(request);
  const { page } = await person();
  await page.goto(returnLink);
  await page.getByLabel(/name/iu).first().fill("Bo");
  await page.getByRole("button", { name: /join/iu }).click();
  await expect(page).toHaveURL(new RegExp(id, "u"));
  await page.goto(`/w/${id}/sign`);
  await expect(page.getByTestId("seal-state")).toHaveAttribute("data-state", "sealed", { timeout: 30_000 });
  await expect(page.getByTestId("seal-state")).toContainText("Sealed. One signature of this instance");
  await expectAccessible(page);
  await page.goto(`/w/${id}/audit`);
  await expect(page.getByRole("cell", { name: "Decision frozen" })).toBeVisible();
  await expectAccessible(page);
});
