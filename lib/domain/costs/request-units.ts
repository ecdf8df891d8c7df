import { type Exact, exact, guardedCeil } from "./exact";
import type { SizeRule } from "./shapes";
import type { UnitRules } from "./shapes-by-use";
import type { Workload } from "./workload-schema";

/**
 * Billed units of one request. Sizes are rounded per item before they are multiplied, as the vendors do
 * (`cost-models.md` section 2).
 *
 * @example unitsOf({ rule: "blocks", kb: 1, perBlock: 1 }, 1.0001).toNumber() // 2
 */
export function unitsOf(rule: SizeRule, kb: number): Exact {
  if (rule.rule === "once") return exact(rule.units);
  if (rule.rule === "at_least_1kb") return exact(Math.max(1, kb));
  if (rule.rule === "blocks") return guardedCeil(exact(kb).div(rule.kb)).times(rule.perBlock);
  const perKb = exact(rule.at100Kb).minus(rule.at1Kb).div(99);
  return exact(rule.at1Kb).plus(perKb.times(Math.max(0, kb - 1)));
}

/**
 * Average units of a read under a workload's mix of strong, stale and transactional reads.
 *
 * @example Blocks of 4 KB at 1 strong and 0.5 stale: half the reads strong, 1 KB each, give 0.75.
 */
export function unitsPerRead(rule: NonNullable<UnitRules["reads"]>, workload: Workload): Exact {
  const transactional = exact(workload.transactionalShare);
  const strong = exact(workload.strongReadShare);
  const mix = strong.times(rule.strong).plus(exact(1).minus(strong).times(rule.eventual));
  const plain = exact(1).minus(transactional).times(mix);
  return unitsOf(rule.size, workload.itemReadKb).times(plain.plus(transactional.times(rule.transactional)));
}

/**
 * Average units of a write; a transactional one may count double.
 *
 * @example Blocks of 1 KB, transactional 2: a tenth of the writes transactional, 1 KB each, give 1.1.
 */
export function unitsPerWrite(rule: NonNullable<UnitRules["writes"]>, workload: Workload): Exact {
  const transactional = exact(workload.transactionalShare);
  const plain = exact(1).minus(transactional);
  return unitsOf(rule.size, workload.itemWriteKb).times(plain.plus(transactional.times(rule.transactional)));
}
