import type { Client } from "pg";
import { expect } from "vitest";
import { seededRandom } from "@/lib/domain/impact/seeded-random";
import type { Team } from "./client";
import { approve, freeze, viewOf, withdraw, write } from "./decision";

type Deciding = Team & { dee: string; eli: string };

/** Runs rounds in which approvals, a decline, a withdrawal, an edit and a freeze of one revision cross each other in any order. */
export async function crossActs(
  team: Deciding,
  { rounds, seed, check }: { rounds: number; seed: string; check: () => Promise<void> },
): Promise<void> {
  const chance = seededRandom(seed);
  for (let round = 0; round < rounds; round++) {
    await freeze(team);
    const view = (await viewOf(team)) as {
      revisions: { n: number; sha256: string }[];
      sections: { section: string; version: number }[];
    };
    const { n, sha256 } = view.revisions.at(-1) ?? { n: 1, sha256: "" };
    const version = view.sections.find(({ section }) => section === "why")?.version ?? 0;
    const acts = [
      () => approve(team, team.dee, { sha256, n }),
      () => approve(team, team.eli, { sha256, n }),
      () => approve(team, team.eli, { sha256, n, verdict: "decline", comment: "Wait." }),
      () => withdraw(team, n),
      () => write(team, "why", `Reason ${round}.`, version),
      () => freeze(team),
    ];
    const chosen = acts.map((act) => ({ act, at: chance() })).sort((a, b) => a.at - b.at);
    await Promise.all(chosen.map(({ act }) => act()));
    await check();
    const latest = ((await viewOf(team)).revisions as { n: number }[]).at(-1)?.n ?? n;
    await withdraw(team, latest);
  }
}

/** Every approval is bound to the text it names, and every accepted revision has the yeses it needs. */
export async function expectDecided(admin: Client, team: Team): Promise<void> {
  const rowsOf = async (sql: string) => (await admin.query(sql, [team.id])).rows;
  expect(
    await rowsOf(
      `SELECT r.n FROM revision r LEFT JOIN LATERAL (
         SELECT count(*) FILTER (WHERE a.verdict <> 'decline') AS yes, bool_or(a.sha256 <> r.sha256) AS strange,
                bool_or(a.statement::json->>'adrSha256' <> r.sha256) AS said_else FROM approval a WHERE a.worksheet_id = r.worksheet_id AND a.n = r.n) v ON true
       WHERE r.worksheet_id = $1 AND (v.strange OR v.said_else OR encode(sha256(convert_to(r.canonical, 'UTF8')), 'hex') <> r.sha256
         OR (r.number IS NOT NULL AND v.yes < coalesce(r.required, (SELECT count(*) FROM approver p WHERE p.worksheet_id = r.worksheet_id AND p.removed_at IS NULL))))`,
    ),
  ).toEqual([]);
  expect(await rowsOf("SELECT 1 FROM revision WHERE worksheet_id = $1 AND status IN ('proposed', 'accepted') OFFSET 1")).toEqual([]);
  expect(await rowsOf("SELECT audit_verify($1) AS verdict")).toEqual([{ verdict: "OK" }]);
}
