import "server-only";
import type { WorksheetAccess } from "../access";
import { pool } from "../db/client";
import type { ChangeStream } from "./change-stream";

/** A revoked link closes its streams within this and a moment. */
const RIGHTS_MS = 3_000;
const BEAT_MS = 4_000;

type Watched = { access: WorksheetAccess; stream: ChangeStream };
type Watch = { open: Set<Watched>; rights: NodeJS.Timeout; beat: NodeJS.Timeout };

/** Keeps a stream alive and open for as long as its reader may look, and its reader present; gives the way to end that. */
export function watchStream(watched: Watched): () => void {
  const { open } = watch();
  open.add(watched);
  return () => void open.delete(watched);
}

/** One round for all streams of this process: asking for each by itself would cost more than all saves together. */
async function lookAfter(open: ReadonlySet<Watched>) {
  const all = [...open];
  if (all.length === 0) return;
  try {
    const isOpen = await mayLook(all);
    for (const [index, { stream }] of all.entries()) if (!isOpen.has(index + 1)) stream.close();
    await keepPresent(all);
  } catch {
    // A database that is away for a moment closes no stream.
  }
}

async function mayLook(all: readonly Watched[]): Promise<Set<number>> {
  const { rows } = await pool().query<{ n: number }>(
    `SELECT s.n::int AS n FROM unnest($1::text[], $2::bytea[], $3::uuid[]) WITH ORDINALITY AS s(kind, hash, worksheet, n)
     CROSS JOIN LATERAL resolve_access(s.kind, s.hash, s.worksheet) AS r WHERE r.state = 'ok'`,
    [
      all.map(({ access }) => access.credential.kind),
      all.map(({ access }) => Buffer.from(access.credential.hash)),
      all.map(({ access }) => access.worksheetId),
    ],
  );
  return new Set(rows.map(({ n }) => n));
}

/** Presence every 20 s, and once a day the session, so that daily use never ends one. */
async function keepPresent(all: readonly Watched[]) {
  const members = [...new Set(all.map(({ access }) => access.memberId))].sort();
  await pool().query(
    `UPDATE member SET last_seen_at = now()
     WHERE id IN (SELECT id FROM member WHERE id = ANY($1::uuid[]) AND (last_seen_at IS NULL OR last_seen_at < now() - interval '20 seconds')
       ORDER BY id FOR NO KEY UPDATE SKIP LOCKED)`,
    [members],
  );
  const sessions = all
    .filter(({ access }) => access.credential.kind === "session")
    .map(({ access }) => Buffer.from(access.credential.hash));
  if (sessions.length > 0)
    await pool().query(
      "UPDATE session SET last_seen_at = now() WHERE id_hash = ANY($1::bytea[]) AND last_seen_at < now() - interval '1 day'",
      [sessions],
    );
}

function watch(): Watch {
  const holder = globalThis as { __shortlistWatch?: Watch };
  if (holder.__shortlistWatch) return holder.__shortlistWatch;
  const open = new Set<Watched>();
  const beat = () => {
    for (const { stream } of open) stream.beat();
  };
  holder.__shortlistWatch = {
    open,
    rights: setInterval(() => void lookAfter(open), RIGHTS_MS).unref(),
    beat: setInterval(beat, BEAT_MS).unref(),
  };
  return holder.__shortlistWatch;
}
