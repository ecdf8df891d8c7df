import { parseArgs } from "node:util";
import { writeVerifier } from "../verify/write-verifier";

/** `npm run verifier [-- --out DIR]`: the one-file verifier and the script, for whoever wants to compare or keep them. */
const { values } = parseArgs({ options: { out: { type: "string", default: "shortlist-verifier" } } });
for (const { file, sha256, bytes } of await writeVerifier(values.out)) process.stdout.write(`${sha256}  ${file} (${bytes} bytes)\n`);
