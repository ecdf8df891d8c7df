import { familyOf } from "../catalogue/catalogue";
import { answersWithLoad, applySettings } from "../cost-settings/apply-settings";
import { computeCosts } from "../costs/compute-costs";
import { buildCostRequest } from "../costs/from-worksheet";
import type { CostRequest } from "../costs/request-schema";
import type { CostReply } from "../costs/schema";
import { readableAnswers } from "../disagreement/given-answers";
import { effectiveAnswers } from "../disagreement/team-answers";
import { summariseWorksheet } from "../disagreement/worksheet-summary";
import { withAnswer } from "../engine/answer-path";
import { valueOfInformation } from "../impact/value-of-information";
import type { ResultsInput } from "./results";
import type { Worth } from "./worth-schema";

/** Without the team's own: the likely cost of an engineer's hour in the total cost of ownership. */
const ENGINEER_HOUR_USD = 200;

/** Answers that a bill is computed from. */
const BILLED =
  /^(scale\.(now|y1|y3)\.(reads_s|writes_s|data_gb|hot_set_gb)|cost\.(requests_day|traffic|engineer_hour_usd)|workload\.read_pct|consistency\.(fresh_reads|atomic))$/u;

/** `shortlist` as `worksheetShortlist` gives it for the same worksheet. */
export type WorthInput = Omit<ResultsInput, "custom" | "overrides"> & {
  shortlist: readonly { id: string; hosting: string[] }[];
  people: number;
};

/**
 * What settling each difference is worth at most a month: the best expected bill among the finalists' priced designs when
 * choosing now, less the expected bill when choosing after the answer is known. The members' answers to that one question are
 * the distribution, all else as the team has it; estimates of year 1 and 3 are billed at that year's load, all others today. A
 * design with an unknown price is left out, a load that none can carry as well. Nobody's answers give no fields.
 * Example: loads of 50, 200, 200, 400 and 5,000 a second, a server per 400 at $290 against $1.05 each, give 79.50. Source: EVPPI,
 * Strong and Oakley 2013.
 */
export function worthOfSettling(input: WorthInput): Worth {
  const { shortlist } = input;
  const base = effectiveAnswers({ ...input, familyOf });
  const differing = summariseWorksheet({ answers: [...input.answers] }).fields.filter(({ agreed, field }) => !agreed && BILLED.test(field));
  const fields = differing.flatMap(({ field, def, answers }) => {
    const values = readableAnswers(def, answers).map(({ value }) => value);
    const bills = new Map(
      [...new Set(values)].map((value) => [value, billsOf(input, { shortlist, answers: withAnswer(base, field, value), field })]),
    );
    const worth = worthOf(values.flatMap((value) => bills.get(value) ?? []));
    return worth === null || worth < 0.005 ? [] : [{ field, usdMonth: worth.toFixed(2) }];
  });
  const hourUsd = base.cost?.engineer_hour_usd ?? ENGINEER_HOUR_USD;
  const meeting = { people: input.people, hourUsd: hourUsd.toFixed(2), usd: (hourUsd * input.people).toFixed(2) };
  const isPriced = billsOf(input, { shortlist, answers: base, field: "" }).size > 1;
  return { fields: fields.sort((a, b) => Number(b.usdMonth) - Number(a.usdMonth)), isPriced, meeting };
}

type Bills = ReadonlyMap<string, number>;

/** Each case a member's answer, each design one that every case could price. */
function worthOf(cases: readonly Bills[]): number | null {
  const [first] = cases;
  if (!first) return null;
  const ids = [...first.keys()].filter((id) => cases.every((bills) => bills.has(id)));
  const carried = cases.filter((bills) => ids.some((id) => Number.isFinite(bills.get(id))));
  return valueOfInformation({
    designs: ids.map((id) => ({ id, costs: carried.map((bills) => bills.get(id) ?? Number.POSITIVE_INFINITY) })),
  });
}

type Asked = {
  shortlist: Parameters<typeof buildCostRequest>[0]["shortlist"];
  answers: ReturnType<typeof effectiveAnswers>;
  field: string;
};

/** A month's bill of every design of a finalist; infinite where it cannot carry the load. */
function billsOf({ costInputs, today }: WorthInput, { shortlist, answers, field }: Asked): Bills {
  const changed = costInputs ?? { overrides: [], settings: [] };
  const asked = answersWithLoad(answers, changed.settings);
  const ours = buildCostRequest({ answers: asked, shortlist, clouds: answers.ops?.clouds ?? [], today });
  const { request, candidates } = applySettings(ours, { ...changed, today, answers: asked });
  if (request === null) return new Map();
  const finalists = new Set(
    candidates.filter(({ candidate, id }) => id !== "T" && shortlist.some((one) => one.id === candidate)).map(({ id }) => id),
  );
  const designs = request.designs.filter(({ id }) => finalists.has(id));
  return new Map(designs.length > 0 ? monthly(computeCosts(billOnly({ ...request, designs })), field) : []);
}

/** The request without curves to compare, trials, dates and total cost: they take most of the time, and no bill is made of them. */
const billOnly = ({ uncertainty: _trials, growth: _growth, tco: _tco, ...request }: CostRequest): CostRequest => ({
  ...request,
  compare: [],
});

function monthly(reply: CostReply, field: string): [string, number][] {
  const year = /^scale\.(y1|y3)\./u.exec(field)?.[1];
  const band = reply.bands.find(({ id }) => id === year);
  const complete = new Set(reply.designs.filter((design) => design.complete).map(({ id }) => id));
  const costs =
    year === undefined
      ? reply.designs.map(({ id, monthly: [today] }) => ({ id, total: today?.feasible ? today.total : null }))
      : (band?.costs ?? []).map(({ id, typical }) => ({ id, total: typical }));
  return costs.filter(({ id }) => complete.has(id)).map(({ id, total }) => [id, total === null ? Number.POSITIVE_INFINITY : Number(total)]);
}
