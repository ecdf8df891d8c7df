import { copyFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readOfferFile } from "../../domain/prices/offer-file";
import { refreshBook } from "../../domain/prices/refresh-book";
import { priceBookSchema } from "../../domain/prices/schema";

/**
 * `npm run prices:refresh -- --source aws-price-list --file F`: reads a price list that the vendor published, prints what it changes, and
 * writes a new dated version of the price book. The version before stays beside it. `--dry-run` only prints; `--offer AmazonRDS` in place
 * of `--file` fetches the list from the vendor's address, or from a mirror of it with `--address`.
 */
const ADDRESS = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws";
/** A list has tens of megabytes; a silent connection is given up after this long. */
const PATIENCE_MS = 120_000;
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nNothing was written.\n`);
  process.exitCode = 1;
}

async function main() {
  const { values } = parseArgs({
    options: {
      source: { type: "string" },
      file: { type: "string" },
      offer: { type: "string" },
      address: { type: "string", default: ADDRESS },
      book: { type: "string", default: "lib/domain/prices/data/price-facts.json" },
      "dry-run": { type: "boolean", default: false },
    },
  });
  if (values.source !== "aws-price-list") throw new Error("Say which list it is: --source aws-price-list.");
  const read = readOfferFile(await textOf(values));
  if (!read.ok) throw new Error(read.problem);
  const before: unknown = JSON.parse(readFileSync(values.book, "utf8"));
  const refresh = refreshBook(priceBookSchema.loose().parse(before), read.file);
  const { changes, confirmed, problems, unmapped } = refresh;
  for (const { priceId, before: was, after, sku } of changes) say(`${priceId}: ${was} -> ${after} (${sku})`);
  for (const problem of problems) say(problem);
  say(`${changes.length} changed, ${confirmed.length} confirmed, ${unmapped} products of the list have no price here.`);
  if (changes.length + confirmed.length === 0) throw new Error("The list has no price that the book knows.");
  if (values["dry-run"]) return;
  say(
    `Written: version ${writeBook(values.book, { before: before as { version: string }, after: { ...(before as object), ...refresh.book } })}.`,
  );
}

type Where = { file?: string | undefined; offer?: string | undefined; address: string };

async function textOf({ file, offer, address }: Where): Promise<string> {
  if (file !== undefined) return readFileSync(file, "utf8");
  if (offer === undefined || !/^\w+$/u.test(offer))
    throw new Error("Name the file with --file, or the offer with --offer, for example AmazonRDS.");
  if (!/^https?:\/\//u.test(address)) throw new Error("Write the address with http:// or https:// in front.");
  const url = `${address.replace(/\/$/u, "")}/${offer}/current/us-east-1/index.json`;
  const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch((error: unknown) => {
    throw new Error(`The list could not be fetched: ${reasonOf(error)}.`);
  });
  if (!reply.ok) throw new Error(`The address answered ${reply.status}.`);
  const kind = reply.headers.get("content-type") ?? "no type";
  if (!/^application\/(?:[\w.+-]+\+)?json\b|^(?:application|binary)\/octet-stream\b/u.test(kind))
    throw new Error(`The address answered with ${kind}, not with JSON: this is no price list.`);
  return reply.text().catch((error: unknown) => {
    throw new Error(`The list was cut off on its way: ${reasonOf(error)}.`);
  });
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/** The old version is kept first, and the new one takes its place in one step, so that no half of a book is ever read. */
function writeBook(path: string, { before, after }: { before: { version: string }; after: { version?: unknown } }): string {
  copyFileSync(path, path.replace(/\.json$/u, `.${before.version}.json`));
  const draft = `${path}.new`;
  writeFileSync(draft, `${JSON.stringify(after, null, 1)}\n`);
  renameSync(draft, path);
  return String(after.version);
}
