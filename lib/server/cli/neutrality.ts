import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import known from "../../domain/neutrality/data/vendor-shares.json" with { type: "json" };
import { movedVendors } from "../../domain/neutrality/moved-vendors";
import { neutrality } from "../../domain/neutrality/neutrality";

/**
 * Compares how often each vendor is shortlisted with the shares last accepted, and fails when one moved by more than two
 * points. `--accept` writes down today's shares: the change is then seen in the diff, and meant.
 */
const POINTS = 2;
const FILE = "lib/domain/neutrality/data/vendor-shares.json";
const say = (line: string) => process.stdout.write(`${line}\n`);

const { values } = parseArgs({ options: { accept: { type: "boolean", default: false } } });
const { vendors, versions } = neutrality();
const moved = movedVendors({ was: known, is: { vendors }, points: POINTS });

for (const { vendor, was, is } of moved) say(`${vendor}: ${percent(was)} of lists before, ${percent(is)} now`);
if (values.accept) {
  const shares = vendors.filter(({ listed }) => listed > 0).map(({ vendor, listedShare }) => ({ vendor, listedShare }));
  writeFileSync(FILE, `${JSON.stringify({ versions, vendors: shares }, null, 2)}\n`);
  say(`Written to ${FILE}.`);
} else if (moved.length > 0) {
  say(`A vendor moved by more than ${POINTS} points. If that is meant, run again with --accept and say why in the commit.`);
  process.exitCode = 1;
} else {
  say(`No vendor moved by more than ${POINTS} points since catalogue ${known.versions.catalogue}, rules ${known.versions.rules}.`);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
