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
    await expect(ada.getByText(/^Peak writes: [\d,.]+ times the estimate\. Nobody here expected that\. Accepted on/u)).toBeVisible();
    await expect(ada.getByText(/^1 of 2 numbers is known\. Not known yet: People using it\./u)).toBeVisible();
    const row = ada.getByRole("row", { name: /Peak writes/u });
    await expect(row).toContainText("Nobody expected this");
    await expect(row).toContainText("80,000/s");
    await expect(row).toContainText(/\d\/s \([\d.,]+ to [\d.,]+\)/u);
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

test("numbers come by a key, the trigger fires once, and the new record replaces the old", async ({ person, request }) => {
  const decision = await acceptedDecision(request);
  const call = scriptOf(request);
  const space = await call("POST", "/spaces", { name: "Payments team", yourName: "Ada" });
  const [spaceId = "", spaceToken = ""] = [space.id, space.memberToken];
  await call("PUT", `/worksheets/${decision.id}/space`, { opId: randomUUID(), spaceId, spaceToken }, decision.token);
  const scopes = { scopes: ["write:metrics"], days: 30 };
  const { key } = await call("POST", `/spaces/${spaceId}/keys`, { opId: randomUUID(), name: "cron", ...scopes }, spaceToken);
  await letPass(decision.id, "1 year");
  const report = (value: number, unit = "per_second") => {
    const metrics = [{ metric: "writes_s", value, unit, at: new Date().toISOString(), source: "grafana" }];
    return call("POST", `/spaces/${spaceId}/decisions/1/metrics`, { metrics }, key);
  };
  await expect(report(80_000, "ms")).rejects.toThrow("metrics.0.unit");
  expect((await report(80_000)).fired).toHaveLength(1);
  expect((await report(80_001)).fired).toEqual([]);

  const ada = (await person({ width: 360, height: 780 })).page;
  await ada.goto(`/j#${decision.token}`);
  await ada.getByRole("button", { name: "Continue as Ada" }).click();
  await ada.getByRole("link", { name: "Look again" }).click();
  await expect(ada.getByRole("region", { name: "It is time to look again." }).getByRole("listitem")).toHaveCount(1);
  await ada.getByRole("button", { name: "Take these numbers into the form" }).click();
  await expect(ada.getByRole("textbox", { name: "Peak writes: Actual" })).toHaveValue("80,001");
  await expectAccessible(ada);
  await expectNoSidewaysScroll(ada);
  await ada.getByRole("button", { name: "Compare" }).click();
  await ada.getByRole("radio", { name: "Reopen the decision" }).check();
  await ada.getByRole("button", { name: "Keep this review" }).click();
  await expect(ada.getByText("It is time to look again.")).toBeHidden();
  await ada.getByRole("button", { name: "Open the new worksheet" }).click();
  await expect(ada).not.toHaveURL(new RegExp(decision.id, "u"));
  const fresh = /\/w\/([^/?]+)/u.exec(ada.url())?.[1] ?? "";

  const { members } = (await ada.request.get(`/api/v1/worksheets/${fresh}`).then((reply) => reply.json())) as { members: { id: string }[] };
  const link = await ada.request.post(`/api/v1/worksheets/${fresh}/members/${members[0]?.id}/return-link`, {
    data: { opId: randomUUID() },
    headers: { origin: new URL(ada.url()).origin, "x-shortlist": "1" },
  });
  const { link: returnLink } = (await link.json()) as { link: string };
  await accept(call, { id: fresh, token: returnLink.split("#")[1] ?? "" });
  await ada.goto(`/w/${decision.id}/revisit`);
  const old = await call("GET", `/worksheets/${decision.id}`, undefined, decision.token);
  expect(old.adr).toMatchObject({ number: 1, status: "superseded", isDue: false });
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
  await expect(ada.getByRole("heading", { level: 1, name: "So far the list is the same: 1 of 2 numbers is known." })).toBeVisible();
  await expect(ada.getByText(/^Not known yet: People using it\. It counts as you estimated/u)).toBeVisible();
  await expect(ada.getByRole("row", { name: /Peak writes/u })).toContainText("On track");
  await ada.getByRole("textbox", { name: "People using it: Actual" }).fill("500");
  await ada.getByRole("button", { name: "Compare" }).click();
  await expect(ada.getByRole("heading", { level: 1, name: "2 numbers compared, and the list is the same." })).toBeVisible();
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

type Call = (
  method: string,
  path: string,
  data?: Record<string, unknown>,
  token?: string,
) => Promise<Record<string, string> & { fired?: unknown; adr?: unknown }>;

/** Calls below /api/v1, as a script makes them. */
function scriptOf(request: APIRequestContext): Call {
  return async (method, path, data, token) => {
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {};
    const reply = await request.fetch(`/api/v1${path}`, { method, headers, ...(data === undefined ? {} : { data }) });
    if (!reply.ok()) throw new Error(`${method} ${path}: ${await reply.text()}`);
    return reply.json();
  };
}

const WATCHED = { type: "metric", metric: "scale.now.writes_s", direction: "above", threshold: 10_000, owner: null, measuredAt: "grafana" };

/** A decision that its own facilitator approved, made over the API; it waits for writes above 10,000 a second. */
async function acceptedDecision(request: APIRequestContext): Promise<{ id: string; token: string }> {
  const call = scriptOf(request);
  const created = await call("POST", "/worksheets", { title: "Which store for the orders?", yourName: "Ada" });
  const [id = "", token = ""] = [created.id, created.memberToken];
  const answer = (question: string, fields: Record<string, unknown>) => {
    const values = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value, baseVersion: 0 }]));
    return call("PUT", `/worksheets/${id}/answers/${question}`, { opId: randomUUID(), round: 1, fields: values }, token);
  };
  await answer("workload", { primary: "relational", joins_needed: "yes" });
  await answer("scale", { "now.writes_s": 120, "y1.writes_s": 200, "y3.writes_s": 1000, "now.users": 500 });
  await accept(call, { id, token });
  return { id, token };
}

/** Reveals, writes, freezes and approves what stands. */
async function accept(call: Call, { id, token }: { id: string; token: string }): Promise<void> {
  const act = (method: string, path: string, data: Record<string, unknown> = {}) =>
    call(method, `/worksheets/${id}${path}`, { opId: randomUUID(), ...data }, token);
  await act("POST", "/reveal");
  for (const [section, text] of Object.entries(SECTIONS)) await act("PUT", "/decision", { section, text, baseVersion: 0 });
  await act("PUT", "/decision/marks", { mark: { kind: "trigger", key: randomUUID(), text: "Writes pass 10,000/s", data: WATCHED } });
  await act("POST", "/approvers", { self: true });
  const { sha256 } = await act("POST", "/revisions");
  await act("PUT", "/revisions/1/approvals", { verdict: "approve", typedName: "Ada", sha256 });
}

/** Moves the acceptance into the past, as if that much time had gone by. */
async function letPass(worksheet: string, time: string): Promise<void> {
  await onDatabase("UPDATE revision SET decided_at = decided_at - $2::interval WHERE worksheet_id = $1", [worksheet, time]);
}
