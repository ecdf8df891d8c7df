import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { onDatabase } from "./pages/database";

test("a year later the numbers are compared, the list changes, and the decision is reopened", async ({ person, request }) => {
  const decision = await acceptedDecision(request);
  await letPass(decision.id, "1 year");
  const ada = (await person()).page;
  await ada.goto(`/j#${decision.token}`);
  await ada.getByRole("button", { name: "Continue as Ada" }).click();
  await expect(ada).toHaveURL(/\/w\//u);
  await ada.getByRole("navigation", { name: "Steps" }).getByRole("link", { name: "Look back" }).click();
  await expect(ada.getByRole("heading", { name: "What has become of the numbers?" })).toBeVisible();

  await test.step("pasted lines fill the form, and the one that cannot be read is named", async () => {
    await ada.getByText("Paste numbers").click();
    await ada.getByRole("textbox", { name: "Paste numbers" }).fill("writes_s;80000;grafana\nlatency;3");
    await ada.getByRole("button", { name: "Take these lines" }).click();
    await expect(ada.getByText("Line 2: there is no number called “latency”.")).toBeVisible();
    await expect(ada.getByRole("textbox", { name: "Peak writes: Actual" })).toHaveValue("80,000");
  });

  await test.step("the engine runs again on them and says who leaves", async () => {
    await ada.getByRole("button", { name: "Compare" }).click();
    await expect(ada.getByRole("heading", { level: 1, name: /^The list changes: PostgreSQL/u })).toBeVisible();
    const row = ada.getByRole("row", { name: /Peak writes/u });
    await expect(row).toContainText("Nobody expected this");
    await expect(row).toContainText("80,000/s");
    await expectAccessible(ada);
    await ada.setViewportSize({ width: 360, height: 780 });
    await expectNoSidewaysScroll(ada);
  });

  await test.step("the review is kept, and the decision reopened with the numbers in it", async () => {
    await ada.getByRole("radio", { name: "Has happened" }).check();
    await ada.getByRole("radio", { name: "Reopen the decision" }).check();
    await ada.getByRole("button", { name: "Keep this review" }).click();
    await expect(ada.getByRole("listitem").filter({ hasText: "Ada on" })).toContainText("reopened");
    await ada.getByRole("button", { name: "Open the new worksheet" }).click();
    await expect(ada).not.toHaveURL(new RegExp(decision.id, "u"));
    await expect(ada.getByRole("heading", { name: "Which store for the orders?" })).toBeVisible();
    await ada.goto(`${ada.url().split("?")[0]}/step/scale`);
    await expect(ada.getByRole("textbox", { name: "Peak writes, Today" })).toHaveValue("80,000");
  });
});

test("inside the band it is on track, and the list is the same", async ({ person, request }) => {
  const decision = await acceptedDecision(request);
  await letPass(decision.id, "1 year");
  const ada = (await person({ width: 360, height: 780, dark: true })).page;
  await ada.goto(`/j#${decision.token}`);
  await ada.getByRole("button", { name: "Continue as Ada" }).click();
  await expect(ada).toHaveURL(/\/w\//u);
  await ada.goto(`/w/${decision.id}/revisit`);
  await ada.getByRole("textbox", { name: "Peak writes: Actual" }).fill("210");
  await ada.getByRole("button", { name: "Compare" }).click();
  await expect(ada.getByRole("heading", { level: 1, name: "1 number compared, and the list is the same." })).toBeVisible();
  await expect(ada.getByRole("row", { name: /Peak writes/u })).toContainText("On track");
  await ada.getByRole("button", { name: "Keep this review" }).click();
  await expect(ada.getByRole("link", { name: "Calendar file" })).toBeVisible();
  await expectAccessible(ada);
  await expectNoSidewaysScroll(ada);
});

const SECTIONS = {
  choice: "We will use PostgreSQL for orders.",
  alternatives: "MySQL.",
  why: "We run it already.",
  reconsider: "Writes pass 10,000 a second",
};

/** A decision that its own facilitator approved, made over the API. */
async function acceptedDecision(request: APIRequestContext): Promise<{ id: string; token: string }> {
  const call = async (method: "POST" | "PUT", path: string, data: Record<string, unknown>, token?: string) => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const reply = await request.fetch(`/api/v1/worksheets${path}`, { method, headers, data });
    expect(reply.ok(), `${path}: ${await reply.text()}`).toBe(true);
    return (await reply.json()) as Record<string, string>;
  };
  const created = await call("POST", "", { title: "Which store for the orders?", yourName: "Ada" });
  const [id = "", token = ""] = [created.id, created.memberToken];
  const answer = (question: string, fields: Record<string, unknown>) =>
    call(
      "PUT",
      `/${id}/answers/${question}`,
      {
        opId: randomUUID(),
        round: 1,
        fields: Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value, baseVersion: 0 }])),
      },
      token,
    );
  await answer("workload", { primary: "relational", joins_needed: "yes" });
  await answer("scale", { "now.writes_s": 120, "y1.writes_s": 200, "y3.writes_s": 1000 });
  await call("POST", `/${id}/reveal`, { opId: randomUUID() }, token);
  for (const [section, text] of Object.entries(SECTIONS)) {
    await call("PUT", `/${id}/decision`, { opId: randomUUID(), section, text, baseVersion: 0 }, token);
  }
  await call("POST", `/${id}/approvers`, { opId: randomUUID(), self: true }, token);
  const { sha256 } = await call("POST", `/${id}/revisions`, { opId: randomUUID() }, token);
  await call("PUT", `/${id}/revisions/1/approvals`, { opId: randomUUID(), verdict: "approve", typedName: "Ada", sha256 }, token);
  return { id, token };
}

/** Moves the acceptance into the past, as if that much time had gone by. */
async function letPass(worksheet: string, time: string): Promise<void> {
  await onDatabase("UPDATE revision SET decided_at = decided_at - $2::interval WHERE worksheet_id = $1", [worksheet, time]);
}
