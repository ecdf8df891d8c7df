import { roundTo9 } from "../disagreement/rounding";

/** What each design costs in each case, in one currency and period; rows are designs, columns the members' answers. */
export type CostTable = { designs: readonly { id: string; costs: readonly number[] }[] };

/**
 * What settling one question is worth at most: the best expected cost when choosing now, less the expected cost when
 * choosing after the answer is known. `groups` says for each case which answer to the question it belongs to; left out,
 * every case is an answer of its own. Cases weigh the same. Null without designs or cases.
 * Example: one server against serverless over the loads of five people gives 79.50 a month. Source: EVPPI, Strong and Oakley 2013.
 */
export function valueOfInformation(input: CostTable & { groups?: readonly string[] }): number | null {
  const { designs } = input;
  const cases = designs[0]?.costs.length ?? 0;
  if (cases === 0) return null;
  const all = Array.from({ length: cases }, (_, i) => i);
  const groups = new Map<string, number[]>();
  for (const i of all) {
    const group = input.groups?.[i] ?? String(i);
    groups.set(group, [...(groups.get(group) ?? []), i]);
  }
  const known = [...groups.values()].reduce((sum, members) => sum + (members.length / cases) * bestOver(designs, members), 0);
  return roundTo9(Math.max(0, bestOver(designs, all) - known));
}

/** Expected cost of each design over all cases. Example: loads that cost 0 and 10 give 5. */
export function expectedCosts({ designs }: CostTable): { id: string; cost: number }[] {
  return designs.map(({ id, costs }) => ({ id, cost: roundTo9(meanOf(costs)) }));
}

/**
 * Regrets of each design: per case its cost above the cheapest design of that case, and the largest of them. The design
 * with the smallest largest regret can never be far wrong. Example: costs 10 and 30 against 20 and 20 regret at most 10 each.
 * Source: minimax regret, Savage 1951.
 */
export function regrets({ designs }: CostTable): { id: string; regrets: number[]; most: number }[] {
  return designs.map(({ id, costs }) => {
    const own = costs.map((cost, i) => roundTo9(cost - Math.min(...designs.map((design) => design.costs[i] ?? cost))));
    return { id, regrets: own, most: own.length > 0 ? Math.max(...own) : 0 };
  });
}

function bestOver(designs: CostTable["designs"], cases: readonly number[]): number {
  return Math.min(...designs.map(({ costs }) => meanOf(cases.map((i) => costs[i] ?? 0))));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
