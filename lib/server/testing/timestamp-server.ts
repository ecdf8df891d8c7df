import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Behaviour = "good" | "silent" | "broken" | "garbage" | "stale";

/** A timestamp server that behaves, by OpenSSL, or misbehaves; null where a good one is asked for and there is no OpenSSL. */
export async function aTimestampServer(behaviour: Behaviour): Promise<{ url: string; close: () => void } | null> {
  const makes = behaviour === "good" || behaviour === "stale" ? tokenMaker() : null;
  if ((behaviour === "good" || behaviour === "stale") && makes === null) return null;
  let first: Buffer | null = null;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      if (behaviour === "silent") return;
      if (behaviour === "broken") return response.writeHead(500).end();
      response.writeHead(200, { "content-type": "application/timestamp-reply" });
      if (behaviour === "garbage") return response.end("<html>welcome</html>");
      const reply = makes?.(Buffer.concat(chunks)) ?? Buffer.alloc(0);
      // A server that gives the same answer to everyone stamps something else than was asked.
      first ??= reply;
      return response.end(behaviour === "stale" ? first : reply);
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function tokenMaker(): ((query: Buffer) => Buffer) | null {
  if (spawnSync("openssl", ["version"]).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "shortlist-tsa-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string) => join(folder, name);
  writeFileSync(
    at("ext.cnf"),
    "[req]\ndistinguished_name=dn\n[dn]\n[v3]\nextendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature\n",
  );
  writeFileSync(at("serial"), "01\n");
  writeFileSync(
    at("ts.cnf"),
    `[tsa]\ndefault_tsa=t\n[t]\nserial=${at("serial")}\nsigner_cert=${at("tsa.pem")}\nsigner_key=${at("tsa.key")}\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\naccuracy=secs:1\nordering=yes\ness_cert_id_alg=sha256\n`,
  );
  const options = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Test timestamps", "-extensions", "v3"];
  spawnSync("openssl", ["req", ...options, "-config", at("ext.cnf"), "-keyout", at("tsa.key"), "-out", at("tsa.pem")]);
  return (query) => {
    writeFileSync(at("query"), query);
    spawnSync("openssl", ["ts", "-reply", "-queryfile", at("query"), "-config", at("ts.cnf"), "-out", at("reply")]);
    return readFileSync(at("reply"));
  };
}
