import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checkFile, corpusSchema } from "../../domain/adr-import/check-corpus";

/** Reads every file of a folder that holds records and an expected.json, and says where they read otherwise. */
const { values } = parseArgs({ options: { dir: { type: "string" }, json: { type: "boolean", default: false } } });
const dir = values.dir ?? "";
const list = join(dir, "expected.json");
if (dir === "" || !existsSync(list)) {
  process.stderr.write("Name a folder with records and their expected.json: npm run adr-corpus -- --dir FOLDER [--json]\n");
  process.exit(2);
}

const { records } = corpusSchema.parse(JSON.parse(readFileSync(list, "utf8")));
const failures = records
  .map((record) => ({ file: record.file, differences: checkFile(record, read(join(dir, record.file))) }))
  .filter(({ differences }) => differences.length > 0);
const report = { passed: records.length - failures.length, total: records.length, failures };

if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
else {
  for (const { file, differences } of failures)
    for (const { field, expected, found } of differences)
      process.stdout.write(`${file}: ${field} is ${JSON.stringify(found)}, expected ${JSON.stringify(expected)}\n`);
  process.stdout.write(`${report.passed} of ${report.total} read as expected\n`);
}
if (failures.length > 0) process.exitCode = 1;

function read(file: string): Uint8Array | null {
  return existsSync(file) ? readFileSync(file) : null;
}
