import { Client } from "pg";
import { findRunning } from "@/lib/server/backup/reach-database";
import { HttpClient } from "./http-client";
import type { Running } from "./processes";
import { atMost, plain, type Row } from "./row";
import { quantile, timed } from "./samples";

const DECISIONS = 10_000;
const QUERIES = [
  "q=postgres",
  "q=migration%20rollback",
  "q=queue&status=all",
  "engine=redis",
  "q=decide",
  "tag=team-3&status=all",
  "due=now",
  "q=0042&status=all",
];

/** A log with ten thousand decisions: what a search takes, through the whole app. */
export async function measureLogSearch(app: Running, dataDir: string): Promise<Row[]> {
  const client = new HttpClient(app.port);
  try {
    const made = await client.send({ method: "POST", path: "/api/v1/spaces", body: { name: "Bench", yourName: "Ada" } });
    const { id, memberToken } = JSON.parse(made.body.toString()) as { id: string; memberToken: string };
    await fill(dataDir, id);
    let turn = 0;
    const search = async () => {
      const path = `/api/v1/spaces/${id}/log?${QUERIES[turn++ % QUERIES.length]}`;
      const reply = await client.send({ method: "GET", path, headers: { authorization: `Bearer ${memberToken}` } });
      if (reply.status !== 200) throw new Error(`The log answered ${reply.status}.`);
    };
    const samples = await timed(search, { times: 400, warm: 2 * QUERIES.length, seconds: 30 });
    return [
      atMost(`Search in a log of ${DECISIONS.toLocaleString("en")} decisions, p95`, {
        value: quantile(samples, 0.95),
        unit: "ms",
        limit: 100,
      }),
      plain("The same, p50", quantile(samples, 0.5), "ms"),
    ];
  } finally {
    client.close();
  }
}

/** Rows straight into the database, because making ten thousand records by the API is not what is measured. */
async function fill(dataDir: string, spaceId: string) {
  const running = findRunning(dataDir);
  if (running === null) throw new Error("The app's PostgreSQL is not running.");
  const client = new Client({ connectionString: running.adminUrl });
  await client.connect();
  await client.query(
    `INSERT INTO log_entry (id, space_id, number, title, status, chosen, engines, tags, decided_on, sort_at, approvers, review_on, language, body)
     SELECT gen_random_uuid(), $1::uuid, CASE WHEN n < 9999 THEN n END,
       'Decide where ' || word[1 + n % 7] || ' of service ' || n || ' live',
       status[1 + n % 5], name[1 + n % 4], ARRAY[engine[1 + n % 4]], ARRAY['team-' || n % 20],
       date '2020-01-01' + n % 2000, timestamptz '2020-01-01' + make_interval(mins => n * 200), ARRAY['Ada', 'Bo'],
       date '2026-01-01' + n % 800, 'en',
       repeat('We weigh ' || word[1 + n % 7] || ' against ' || word[1 + n % 5] || ' and describe the migration, its rollback and the costs of ' || name[1 + n % 4] || '. ', 25)
     FROM generate_series(1, ${DECISIONS}) AS n,
       (SELECT ARRAY['orders', 'sessions', 'invoices', 'queues', 'events', 'documents', 'metrics'] AS word,
               ARRAY['accepted', 'accepted', 'proposed', 'superseded', 'rejected'] AS status,
               ARRAY['PostgreSQL', 'Redis', 'MySQL', 'Apache Kafka'] AS name, ARRAY['postgresql', 'redis', 'mysql', 'kafka'] AS engine) AS words`,
    [spaceId],
  );
  await client.query("ANALYZE log_entry");
  await client.end();
}
