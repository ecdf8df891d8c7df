import { checkCostCases, checkGuideClaims } from "../../domain/costs/cost-cases";

/**
 * `npm run cost-cases`: published worked examples computed again with the price book, and the guide's numeric claims with our verdict.
 * Ends with 1 when one no longer comes out.
 */
const say = (line: string) => void process.stdout.write(`${line}\n`);

const cases = checkCostCases();
for (const { id, title, publishedUsd, computedUsd, verdict, holds, note } of cases) {
  say(
    `${holds ? "ok " : "NO "} ${id}: ${title}. Published $${publishedUsd}, computed $${computedUsd}, ${verdict}${note ? ` (${note})` : ""}.`,
  );
}
const claims = checkGuideClaims();
say("");
for (const { id, claim, verdict, ours, holds } of claims) say(`${holds ? "ok " : "NO "} ${id}: ${claim} ${verdict.toUpperCase()}. ${ours}`);
const failed = [...cases, ...claims].filter(({ holds }) => !holds).length;
say(
  `\n${cases.length} examples, ${cases.filter(({ verdict }) => verdict === "wrong").length} of them published wrong; ${claims.length} claims; ${failed} do not come out.`,
);
if (failed > 0) process.exitCode = 1;
