import { spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, inject, it } from "vitest";
import { startEmbeddedPostgres } from "../db/embedded-postgres";
import { migrate } from "../db/migrate";
import { StartError } from "../db/start-error";
import { parseEnv } from "../env";

const folders: string[] = [];

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "shortlist-start-"));
  chmodSync(folder, 0o755);
  folders.push(folder);
  return folder;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const sentenceOf = (work: Promise<unknown>) =>
  work.then(
    () => "it started",
    (error: unknown) => (error instanceof StartError ? error.message : `not a sentence: ${String(error)}`),
  );

describe("a start that cannot work says why in one sentence", () => {
  it("when the folder cannot be written", async () => {
    const file = join(aFolder(), "a-file");
    writeFileSync(file, "");
    expect(await sentenceOf(startEmbeddedPostgres(join(file, "data")))).toMatch(/cannot be written.*DATA_DIR/u);
  });

  it("when the folder is in use, and starts again on it afterwards", async () => {
    const folder = aFolder();
    const first = await startEmbeddedPostgres(folder);
    expect(await sentenceOf(startEmbeddedPostgres(folder))).toMatch(/already in use by a running Shortlist/u);
    await first.stop();
    const again = await startEmbeddedPostgres(folder);
    await again.stop();
  });

  it("not when the app before it was killed: its left-over PostgreSQL is stopped and the folder taken over", async () => {
    const folder = aFolder();
    const program = `const { startEmbeddedPostgres } = await import("./lib/server/db/embedded-postgres.ts");
      await startEmbeddedPostgres(${JSON.stringify(folder)}); process.stdout.write("up"); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ["--import", "./register.mjs", "--input-type=module", "-e", program], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise((done) => child.stdout.once("data", done));
    child.kill("SIGKILL");
    await new Promise((done) => child.once("close", done));
    const again = await startEmbeddedPostgres(folder);
    await again.stop();
  });

  it("when the database is of another PostgreSQL", async () => {
    const folder = aFolder();
    mkdirSync(join(folder, "postgres"));
    writeFileSync(join(folder, "postgres", "PG_VERSION"), "19\n");
    expect(await sentenceOf(startEmbeddedPostgres(folder))).toMatch(/PostgreSQL 19.*brings PostgreSQL 18/u);
  });

  it("when the database was written by a newer Shortlist", async () => {
    const name = "test_newer";
    const server = new Client({ connectionString: inject("adminUrl").replace(/\/shortlist$/u, "/postgres") });
    await server.connect();
    await server.query(`CREATE DATABASE ${name} TEMPLATE template_shortlist`);
    const url = inject("adminUrl").replace(/shortlist$/u, name);
    const client = new Client({ connectionString: url });
    await client.connect();
    const again = () => sentenceOf(migrate({ adminUrl: url, appUrl: url }));
    expect(await again()).toBe("it started");
    await client.query("UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '0001%'");
    expect(await again(), "a migration that broke off is not taken for applied").toMatch(/0001/u);
    await client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('x', 'x', '9999_from_the_future')");
    await client.end();
    expect(await again()).toMatch(/newer Shortlist.*9999_from_the_future/u);
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });

  it("when the database does not answer", async () => {
    const url = "postgresql://nobody:secret@127.0.0.1:1/none";
    const sentence = await sentenceOf(migrate({ adminUrl: url, appUrl: url }));
    expect(sentence).toMatch(/does not answer.*DATABASE_URL/u);
    expect(sentence).not.toContain("secret");
  });

  it("when the port is taken, before anything else is started", async () => {
    const holder = createServer();
    await new Promise<void>((done) => holder.listen(0, "127.0.0.1", done));
    const address = holder.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const folder = aFolder();
    // Nothing is built there, nor does it come to that.
    const { code, said } = await runServer({ PORT: String(port), DATA_DIR: folder, NEXT_DIST_DIR: folder });
    expect(code).toBe(1);
    expect(said).toMatch(new RegExp(`Port ${port} is in use.*PORT=3001 npm start`, "u"));
    expect(said).not.toMatch(/ at .*\.ts:/u);
    await new Promise((done) => holder.close(done));
  });

  it("when the environment is wrong, naming every variable", () => {
    expect(() => parseEnv({ PORT: "seventy", DATABASE_URL: "mysql://x", APP_ORIGIN: "shortlist.example" })).toThrow(
      /PORT:[\s\S]*DATABASE_URL:[\s\S]*APP_ORIGIN:/u,
    );
    expect(() => parseEnv({ APP_ORIGIN: "http://shortlist.example" })).toThrow(/plain http is only for this machine/u);
    expect(parseEnv({ APP_ORIGIN: "http://shortlist.example", ALLOW_HTTP: "1" }).isHttps).toBe(false);
    expect(parseEnv({ APP_ORIGIN: "https://shortlist.example/" }).origins).toEqual(["https://shortlist.example"]);
    expect(parseEnv({}).origins).toEqual(["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"]);
  });
});

it("runs what is built only while its sources are what they were", async () => {
  const folder = aFolder();
  const settings = { NEXT_DIST_DIR: folder, PORT: "none" };
  writeFileSync(join(folder, "shortlist-server.mjs"), `process.stdout.write("as built")`);
  writeFileSync(join(folder, "shortlist-sources.mjs"), "export const isBuilt = () => true;");
  expect(await runServer(settings)).toEqual({ code: 0, said: "as built" });
  writeFileSync(join(folder, "shortlist-sources.mjs"), "export const isBuilt = () => false;");
  expect((await runServer(settings)).said).toMatch(/did not start[\s\S]*PORT/u);
});

function runServer(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["bin/start.mjs"], {
    env: { PATH: process.env.PATH ?? "", HOST: "127.0.0.1", NODE_ENV: "production", ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString()));
  return new Promise((done) => child.once("close", (code) => done({ code, said: said.join("") })));
}
