import { randomUUID } from "node:crypto";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import { aCostRequest } from "@/lib/domain/costs/builders";
import { computeCosts } from "@/lib/domain/costs/compute-costs";
import { anAnswer } from "@/lib/domain/record/builders";
import { recordCosts } from "@/lib/domain/record/record-costs";
import { verifyFile } from "@/lib/domain/verify/verify-file";
import { aReplayableRecord, aSealedFile, aSealKey } from "@/lib/server/testing/sealed-file";
import { HttpClient } from "./http-client";
import type { Running } from "./processes";
import { atMost, plain, type Row } from "./row";
import { quantile, timed } from "./samples";

const MEMBERS = 8;
const AT_ONCE = 20;
const FIELDS = [
  "y1.users",
  "y1.reads_s",
  "y1.writes_s",
  "y3.users",
  "y3.reads_s",
  "y3.writes_s",
  "now.data_gb",
  "y1.data_gb",
  "y3.data_gb",
  "p99_write_ms",
];

/** The seal and the check of a full record in one warm process: 8 members, 3 finalists, their cost figures. */
export async function measureSeals(): Promise<Row[]> {
  const key = await aSealKey();
  const full = () => aSealedFile({ key, record: () => fullRecord() });
  const file = await full();
  const seals = await timed(full, { times: 15, warm: 3, seconds: 20 });
  const checks = await timed(() => verifyFile(file, { roots: [key.rootFingerprint] }), { times: 15, warm: 2, seconds: 20 });
  return [
    atMost("Sealed PDF of a full record, warm, p50", { value: quantile(seals, 0.5), unit: "ms", limit: 600 }),
    atMost("Its size", { value: file.length / 1_000_000, unit: "MB", limit: 1 }),
    atMost("Verifying it with everything run again, p50", { value: quantile(checks, 0.5), unit: "ms", limit: 500 }),
  ];
}

function fullRecord() {
  const people = Array.from({ length: MEMBERS }, (_, index) => ({
    id: `m${index}`,
    name: `Member ${index + 1}`,
    role: "member" as const,
    salt: `salt ${index}`,
  }));
  const answers = people.flatMap(({ id }, index) =>
    FIELDS.map((field, at) => anAnswer(id, `scale.${field}`, 10 ** (1 + (index % 4)) * (at + 1), "educated_guess")),
  );
  const request = aCostRequest({ designs: { A: "spanner", B: "dynamodb-on-demand", C: "aurora-postgresql" } });
  const names = ["A", "B", "C"].map((id) => ({ id, letter: id, name: `Finalist ${id}`, candidate: null }));
  const costs = recordCosts({ request, reply: computeCosts(request), names });
  return aReplayableRecord({ members: people, answers, costs, positions: [], reconsider: [] }).record;
}

/** Twenty decisions accepted at the same moment while people go on saving elsewhere. */
export async function measureSealsUnderLoad(app: Running): Promise<Row[]> {
  const client = new HttpClient(app.port, AT_ONCE + 8);
  try {
    const proposals: Proposal[] = [];
    for (let n = 0; n < AT_ONCE; n++) proposals.push(await propose(client, n));
    const saver = await aSaver(client);
    for (let n = 0; n < 20; n++) await saver();
    const started = performance.now();
    let isSealed = false;
    const all = Promise.all(proposals.map((proposal) => approveAndAwaitSeal(client, proposal))).then(() => {
      isSealed = true;
    });
    const saves: number[] = [];
    while (!isSealed) {
      const at = performance.now();
      await saver();
      saves.push(performance.now() - at);
      await new Promise((done) => setTimeout(done, 10));
    }
    await all;
    return [
      atMost(`A save while ${AT_ONCE} decisions are sealed, p99`, { value: quantile(saves, 0.99), unit: "ms", limit: 500 }),
      plain(`${AT_ONCE} decisions accepted at once, both papers, to the last seal`, (performance.now() - started) / 1000, "s"),
    ];
  } finally {
    client.close();
  }
}

type Proposal = { id: string; token: string; approver: string; sha256: string };
type Call = { method: string; path: string; body?: object; token: string };

function caller(client: HttpClient) {
  return <T>({ method, path, body, token }: Call) =>
    client.json<T>({
      method,
      path: `/api/v1/worksheets/${path}`,
      headers: { authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: { opId: randomUUID(), ...body } }),
    });
}

async function propose(client: HttpClient, n: number): Promise<Proposal> {
  const { id, memberToken: token } = await create(client, `Which store, decision ${n}?`);
  const call = caller(client);
  for (const question of QUESTION_IDS.slice(0, 1)) {
    await call({
      method: "PUT",
      path: `${id}/answers/${question}`,
      body: { round: 1, fields: { primary: { value: "relational", baseVersion: 0 } } },
      token,
    });
  }
  await call({ method: "POST", path: `${id}/reveal`, body: {}, token });
  for (const section of ["choice", "alternatives", "why", "reconsider"]) {
    await call({ method: "PUT", path: `${id}/decision`, body: { section, text: "PostgreSQL, because we run it.", baseVersion: 0 }, token });
  }
  const { link } = await call<{ link: string }>({ method: "POST", path: `${id}/approvers`, body: { name: "Dee" }, token });
  const { sha256 } = await call<{ sha256: string }>({ method: "POST", path: `${id}/revisions`, body: {}, token });
  return { id, token, sha256, approver: link.split("#")[1] ?? "" };
}

async function approveAndAwaitSeal(client: HttpClient, { id, token, approver, sha256 }: Proposal): Promise<void> {
  const call = caller(client);
  await call({
    method: "PUT",
    path: `${id}/revisions/1/approvals`,
    body: { verdict: "approve", typedName: "Dee", sha256 },
    token: approver,
  });
  for (;;) {
    const { seals } = await call<{ seals: { state: string }[] }>({ method: "GET", path: `${id}/seals`, token });
    if (seals.length > 0 && seals.every(({ state }) => state === "sealed")) return;
    await new Promise((done) => setTimeout(done, 250));
  }
}

async function aSaver(client: HttpClient): Promise<() => Promise<void>> {
  const { id, memberToken: token } = await create(client, "Which store, still open?");
  let baseVersion = 0;
  return async () => {
    const fields = { "y3.users": { value: baseVersion + 1, baseVersion } };
    await caller(client)({ method: "PUT", path: `${id}/answers/scale`, body: { round: 1, fields }, token });
    baseVersion += 1;
  };
}

function create(client: HttpClient, title: string): Promise<{ id: string; memberToken: string }> {
  return client.json({ method: "POST", path: "/api/v1/worksheets", body: { title, yourName: "Ada" } });
}
