import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "../db/migrate";
import { ApiClient, aTeam, op, type Team } from "../testing/client";
import { freshDatabase } from "../testing/database";
import { restoreBackup } from "./restore-backup";
import { listTables } from "./tables";
import { writeBackup } from "./write-backup";

const source = freshDatabase();
const api = new ApiClient();
const folder = mkdtempSync(join(tmpdir(), "shortlist-backup-"));
const targets: string[] = [];
let files = 0;

describe("a backup", () => {
  let team: Team;
  beforeAll(async () => {
    team = await aTeam(api);
    await save(team, team.bo, 0);
    await awkwardRows(team.id);
  });
  afterAll(async () => {
    for (const name of targets) await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });

  it("taken while people save is one moment: what it holds fits together, and is a prefix of what followed", async () => {
    let isDone = false;
    const writers = [team.facilitator, team.cy].map(async (token) => {
      let saves = 0;
      while (!isDone) await save(team, token, saves++);
      return saves;
    });
    const file = await backup();
    isDone = true;
    expect(Math.min(...(await Promise.all(writers)))).toBeGreaterThan(0);

    const target = await emptyDatabase();
    const restored = await restoreBackup({ ...target, dataDir: folder, file, replace: false });
    expect(restored).toMatchObject({ broken: [], chains: 2 });
    await withClient(target.adminUrl, async (client) => {
      const sums = await client.query(`SELECT (SELECT sum(version) FROM answer)::int AS versions, (SELECT count(*) FROM op)::int AS ops,
        (SELECT count(*) FROM audit_event WHERE payload LIKE '%answers_saved%')::int AS events`);
      const { versions, ops, events } = sums.rows[0];
      expect([ops, events]).toEqual([versions, versions]);
      const copied = await client.query("SELECT chain::text, seq, hash FROM audit_event ORDER BY chain, seq");
      const later = await source.admin().query("SELECT chain::text || seq || hash AS key FROM audit_event");
      const known = new Set(later.rows.map((row) => row.key));
      expect(copied.rows.filter((row) => !known.has(`${row.chain}${row.seq}${row.hash}`))).toEqual([]);
    });
  });

  it("restores every table to the same text, and the triggers to what they were", async () => {
    const target = await emptyDatabase();
    const restored = await restoreBackup({ ...target, dataDir: folder, file: await backup(), replace: false });
    await withClient(target.adminUrl, async (client) => {
      const before = await dump(source.admin());
      expect(await dump(client)).toEqual(before);
      expect(restored.header.counts).toEqual(Object.fromEntries(Object.entries(before).map(([name, rows]) => [name, rows.length])));
      await client.query("SET session_replication_role = replica");
      await expect(client.query("DELETE FROM audit_event")).rejects.toThrow("append-only");
      await expect(client.query("TRUNCATE audit_event")).rejects.toThrow("append-only");
    });
    await withClient(target.appUrl, async (client) => {
      await expect(client.query("SELECT count(*) FROM worksheet")).resolves.toMatchObject({ rowCount: 1 });
      await expect(client.query("INSERT INTO audit_event SELECT * FROM audit_event")).rejects.toThrow("permission denied");
    });
  });

  it("is refused by a database with rows in it, unless they are to be replaced", async () => {
    const file = await backup();
    const target = await emptyDatabase();
    const restore = (replace: boolean) => restoreBackup({ ...target, dataDir: folder, file, replace });
    await restore(false);
    await withClient(target.adminUrl, (client) => client.query("UPDATE worksheet SET title = 'Changed since'"));
    await expect(restore(false)).rejects.toThrow("The database is not empty");
    await restore(true);
    await withClient(target.adminUrl, async (client) => expect(await dump(client)).toEqual(await dump(source.admin())));
  });

  it("is refused when any byte of it changed, and leaves the database as it was", async () => {
    const whole = readFileSync(await backup());
    const text = gunzipSync(whole).toString("utf8");
    const flipped = Buffer.from(whole);
    flipped[Math.floor(flipped.length / 2)] = (flipped[Math.floor(flipped.length / 2)] ?? 0) ^ 1;
    const damaged = [
      flipped,
      whole.subarray(0, whole.length - 20),
      gzipSync(text.replace("orders", "Orders")),
      gzipSync(text.split("\n").slice(0, -2).join("\n")),
      gzipSync(`${text}["more"]\n`),
      Buffer.from("not a backup"),
    ];
    const target = await emptyDatabase();
    await migrate(target);
    for (const bytes of damaged) {
      const file = newFile();
      writeFileSync(file, bytes);
      await expect(restoreBackup({ ...target, dataDir: folder, file, replace: true })).rejects.toThrow("is damaged or not a backup");
    }
    await withClient(target.adminUrl, async (client) => expect(Object.values(await dump(client)).flat()).toEqual([]));
  });

  it("is refused by a version that does not know its migrations", async () => {
    await source
      .admin()
      .query(`INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('later', '', '9999_later', now())`);
    const file = await backup();
    await source.admin().query("DELETE FROM _prisma_migrations WHERE id = 'later'");
    const target = await emptyDatabase();
    await expect(restoreBackup({ ...target, dataDir: folder, file, replace: false })).rejects.toThrow(
      "was made by a newer Shortlist (it has the migration 9999_later)",
    );
  });

  it("says which chain does not verify when the rows were changed before the copy", async () => {
    await source.admin().query("ALTER TABLE audit_event DISABLE TRIGGER audit_no_change");
    await source.admin().query("UPDATE audit_event SET payload = payload || ' ' WHERE chain = $1 AND seq = 2", [team.id]);
    const file = await backup();
    await source.admin().query("UPDATE audit_event SET payload = rtrim(payload) WHERE chain = $1 AND seq = 2", [team.id]);
    await source.admin().query("ALTER TABLE audit_event ENABLE ALWAYS TRIGGER audit_no_change");
    const restored = await restoreBackup({ ...(await emptyDatabase()), dataDir: folder, file, replace: false });
    expect(restored.broken).toEqual([{ chain: team.id, verdict: "BROKEN hash at 2" }]);
  });

  it("carries the instance's secret and never overwrites another one unasked", async () => {
    const own = mkdtempSync(join(tmpdir(), "shortlist-instance-"));
    writeFileSync(join(own, "app-secret"), "first");
    writeFileSync(join(own, "postgres-passwords.json"), "{}");
    const file = newFile();
    await writeBackup({ connectionString: inject("adminUrl").replace(/shortlist$/u, databaseName()), dataDir: own, file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const elsewhere = mkdtempSync(join(tmpdir(), "shortlist-instance-"));
    await restoreBackup({ ...(await emptyDatabase()), dataDir: elsewhere, file, replace: false });
    expect(readdirSync(elsewhere)).toEqual(["app-secret"]);
    expect(readFileSync(join(elsewhere, "app-secret"), "utf8")).toBe("first");
    writeFileSync(join(elsewhere, "app-secret"), "second");
    await expect(restoreBackup({ ...(await emptyDatabase()), dataDir: elsewhere, file, replace: false })).rejects.toThrow("app-secret");
    expect(readFileSync(join(elsewhere, "app-secret"), "utf8")).toBe("second");
  });

  it("needs nothing of sequences, because no table counts by one", async () => {
    const sequences = await source.admin().query("SELECT 1 FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace");
    expect(sequences.rowCount).toBe(0);
  });
});

async function save(team: Team, token: string, baseVersion: number) {
  const body = { opId: op(), round: 1, fields: { "y3.writes_s": { value: baseVersion, baseVersion, reason: "counted\u2028twice" } } };
  const reply = await api.call("PUT", `/worksheets/${team.id}/answers/scale`, body, { token });
  expect(reply.status).toBe(200);
}

/** Values that a JavaScript number, date or line reader would change, in a row of every table. */
async function awkwardRows(id: string) {
  const admin = source.admin();
  const me = (await admin.query("SELECT id FROM member WHERE worksheet_id = $1 LIMIT 1", [id])).rows[0].id;
  await admin.query(
    `INSERT INTO worksheet (id, title, seq, frame, scope, created_at) VALUES (gen_random_uuid(), '', 9007199254740993,
       '{"b": 1e400, "a": [0.10, "\\u2028 \\"x\\" \\\\", null, 12345678901234567890]}',
       E'tab\\there\\nline\\rreturn\\u2028end ''; DROP TABLE answer; --', '2024-02-29 23:59:59.123457+05:45')`,
  );
  await admin.query("INSERT INTO reveal VALUES ($1, 'ops', $2)", [id, me]);
  await admin.query("INSERT INTO ready VALUES ($1, $2, 'ops', 'infinity')", [id, me]);
  await admin.query(
    `INSERT INTO position (worksheet_id, field, value, low, high, reached, reason, by_member_id, by_name, version)
     VALUES ($1, 'ops.clouds', 'null', 5e-324, 0.30000000000000004, 'consent', '', $2, '', 1)`,
    [id, me],
  );
  await admin.query("INSERT INTO decision_text VALUES ($1, 'why', $3, $2, 'Ada', now(), 1)", [id, me, "long ".repeat(60_000)]);
  await admin.query(`INSERT INTO revision VALUES ($1, 1, '{"a":1}', 'x', '{}', 'withdrawn', $2, now(), NULL, NULL)`, [id, me]);
  await admin.query("INSERT INTO approver VALUES ($1, $1, $2)", [id, me]);
  await admin.query("INSERT INTO approval VALUES ($1, 1, $1, 'approve', '', 'Ada', 'x', 'C', 'spoken')", [id]);
  await admin.query("INSERT INTO session VALUES ($1, '\\x00ff0a0d5c22')", [id]);
  await admin.query(`INSERT INTO "grant" SELECT $1, $1, $1, id FROM link WHERE worksheet_id = $1 LIMIT 1`, [id]);
  await admin.query(
    `INSERT INTO job (id, kind, key, worksheet_id, input, state, lease_id, lease_until, error, result)
     VALUES ($1, 'mail', E'a\nb', $1, '{"n": 1e400}', 'running', $1, '-infinity', '', 'null')`,
    [id],
  );
  await admin.query("INSERT INTO sign_off_rule VALUES ($1, 2, true, 'infinity')", [id]);
  await admin.query("INSERT INTO challenge VALUES ('\\x00ff0a', 'approve', $1, $2, E'{\"a\":\"\\u2028\"}', now())", [id, me]);
  await admin.query(
    `INSERT INTO passkey (id, member_id, credential_id, public_key, counter, transports, rp_id, how)
     VALUES ($1, $2, 'x', '\\x5c00', 9007199254740993, '{"a,b",NULL,"\\"c\\""}', 'localhost', 'handed_link')`,
    [id, me],
  );
  await admin.query("SELECT audit_append(gen_random_uuid(), E'another chain\\n')");
}

async function dump(client: Client): Promise<Record<string, string[]>> {
  const tables = await listTables(client);
  const rows: Record<string, string[]> = {};
  for (const { name } of tables)
    rows[name] = (await client.query<{ text: string }>(`SELECT t::text AS text FROM "${name}" AS t ORDER BY 1`)).rows.map(
      (row) => row.text,
    );
  return rows;
}

async function backup(): Promise<string> {
  const file = newFile();
  await writeBackup({ connectionString: inject("adminUrl").replace(/shortlist$/u, databaseName()), dataDir: folder, file });
  return file;
}

const newFile = () => join(folder, `backup-${files++}.ndjson.gz`);
const databaseName = () => source.admin().database ?? "";

async function emptyDatabase(): Promise<{ adminUrl: string; appUrl: string }> {
  const name = `restored_${op().replaceAll("-", "")}`;
  targets.push(name);
  await onServer(`CREATE DATABASE ${name}`);
  const at = (url: string) => url.replace(/shortlist$/u, name);
  return { adminUrl: at(inject("adminUrl")), appUrl: at(inject("appUrl")) };
}

const onServer = (sql: string) => withClient(inject("adminUrl").replace(/\/shortlist$/u, "/postgres"), (client) => client.query(sql));

async function withClient<T>(connectionString: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
