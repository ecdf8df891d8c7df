import { createServer } from "node:http";
import { Pool } from "pg";

/**
 * The yardstick: the least that can save an answer over HTTP. One statement on one row; no access check, no history, no
 * repeat protection, no audit event.
 */
const pool = new Pool({ connectionString: process.env.BENCH_DATABASE_URL ?? "", max: 10 });
await pool.query(`CREATE TABLE IF NOT EXISTS bare_answer (
  member text NOT NULL, field text NOT NULL, value jsonb, basis text, reason text, version int NOT NULL, PRIMARY KEY (member, field))`);

const UPSERT = {
  name: "upsert",
  text: `INSERT INTO bare_answer AS a VALUES ($1, $2, $3, $4, $5, 1) ON CONFLICT (member, field)
    DO UPDATE SET value = excluded.value, basis = excluded.basis, reason = excluded.reason, version = a.version + 1 RETURNING version`,
};

type Body = { fields: Record<string, { value: unknown; basis: string; reason: string }> };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    const isSave = request.method === "PUT";
    const work = isSave ? save(request.headers.authorization ?? "", JSON.parse(Buffer.concat(chunks).toString("utf8")) as Body) : null;
    Promise.resolve(work).then(
      (saved) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(saved)),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.once("SIGTERM", () => process.exit(0));

async function save(member: string, { fields }: Body) {
  const [field, answer] = Object.entries(fields)[0] ?? ["", null];
  const { rows } = await pool.query({ ...UPSERT, values: [member, field, JSON.stringify(answer?.value), answer?.basis, answer?.reason] });
  return { versions: { [field]: rows[0]?.version } };
}
