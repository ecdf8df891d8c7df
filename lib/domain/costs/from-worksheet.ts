import type { Answers } from "../answers/schema";
import { chooseDrawn } from "./choose-drawn";
import { computeCosts } from "./compute-costs";
import { currentBill } from "./current-bill";
import { type Design, designsForSystem } from "./designs";
import { type CostRequest, costRequestSchema, type DesignRequest, type LoadBand } from "./request-schema";
import type { Assumption, CostCandidate, WorksheetCosts } from "./schema";
import { workloadFromAnswers } from "./workload";
import { MAX_AMOUNT } from "./workload-schema";

export type Finalist = {
  /** Catalogue id of the candidate. */
  id: string;
  /** Catalogue ids under which it can be run, as the elimination left them; empty for "whatever the price book knows". */
  hosting: readonly string[];
};

export type Spread = Partial<Record<"y1" | "y3", { low: number; high: number }>>;

export type CostSheet = Omit<WorksheetCosts, "reply">;

const HOSTINGS_SHOWN = 3;
const LETTERS = ["A", "B", "C", "D"] as const;

/**
 * The cost request of a worksheet's finalists. Each finalist gets its first priced hosting in an allowed cloud as A, B or C and up
 * to two others as A2, A3; a finalist that the price book cannot price keeps its letter without a design. The request is
 * null when there is nothing to price or the load is unknown. `spread` gives the members' low and high peaks per year.
 *
 * @example buildCostRequest({ answers, shortlist: [{ id: "postgresql", hosting: [] }], clouds: ["aws"] }).names.A
 * // "Amazon RDS PostgreSQL, Multi-AZ"
 */
export function buildCostRequest(input: {
  answers: Answers;
  shortlist: readonly Finalist[];
  clouds?: readonly string[];
  spread?: Spread;
  /** ISO date of asking: the date of the team's own bill, and what prices are old against. */
  today?: string;
}): CostSheet {
  const { answers, shortlist, spread = {} } = input;
  const clouds = input.clouds ?? answers.ops?.clouds ?? [];
  const { workload, assumptions } = workloadFromAnswers(answers);
  const chosen = shortlist
    .slice(0, LETTERS.length)
    .flatMap((finalist, index) => lettered({ finalist, letter: LETTERS[index] ?? "D", answers, clouds }));
  const priced = chosen.flatMap(({ id, candidate, design }) => (design ? [{ id, candidate, design }] : []));
  const labour = labourOf({ answers, designs: priced.map(({ design }) => design), assumptions });
  const bill = input.today === undefined ? null : currentBill(answers, input.today);
  const request =
    workload && priced.length > 0
      ? costRequestSchema.parse({
          workload,
          designs: [
            ...priced.map(({ id, design }): DesignRequest => ({ id, shape: "listed", design: design.id })),
            ...(bill ? [bill.design] : []),
          ],
          bands: bandsOf(answers, spread),
          ...(input.today === undefined ? {} : { today: input.today }),
          ...(labour ? { labour } : {}),
        } satisfies Partial<Record<keyof CostRequest, unknown>>)
      : null;
  const compare = request ? chooseDrawn(request) : priced.filter(({ id }) => id.length === 1).map(({ id }) => id);
  const ours = chosen.map(
    ({ id, candidate, design }): CostCandidate => ({ id, candidate, design: design?.id ?? null, isDrawn: compare.includes(id) }),
  );
  return {
    request: request && { ...request, compare },
    names: { ...Object.fromEntries(priced.map(({ id, design }) => [id, design.name])), ...(bill?.name ? { T: bill.name } : {}) },
    candidates: bill && request ? [...ours, { id: "T", candidate: bill.candidate, design: "T", isDrawn: true }] : ours,
    assumptions,
  };
}

/**
 * The finalists' request together with its reply, ready for a screen, an export or the record.
 *
 * @example worksheetCosts({ answers, shortlist, clouds }).reply?.crossovers
 */
export function worksheetCosts(input: Parameters<typeof buildCostRequest>[0]): WorksheetCosts {
  const sheet = buildCostRequest(input);
  return { ...sheet, reply: sheet.request ? computeCosts(sheet.request) : null };
}

type Lettered = { id: string; candidate: string; design: Design | null };

function lettered(input: { finalist: Finalist; letter: string; answers: Answers; clouds: readonly string[] }): Lettered[] {
  const { finalist, letter } = input;
  const options = optionsOf(input);
  if (options.length === 0) return [{ id: letter, candidate: finalist.id, design: null }];
  return options.slice(0, HOSTINGS_SHOWN).map((design, index) => ({
    id: index === 0 ? letter : `${letter}${index + 1}`,
    candidate: finalist.id,
    design,
  }));
}

/** One design per place to run it, the first as the shortlist orders them, then those that are billed in another way. */
function optionsOf({ finalist, answers, clouds }: { finalist: Finalist; answers: Answers; clouds: readonly string[] }): Design[] {
  const own = designsForSystem(finalist.id, clouds);
  const hosted = finalist.hosting.flatMap((host) =>
    designsForSystem(host, clouds).filter((design) => design.systems.includes(finalist.id)),
  );
  const rest = own.filter((design) => finalist.hosting.length === 0 || design.hosting === "self_hosted");
  const allowed = [...hosted, ...rest].filter((design) => isWanted(design, answers));
  const places = new Map<string, Design>();
  for (const design of allowed) {
    const place = design.systems[0] ?? design.id;
    if (!places.has(place)) places.set(place, design);
  }
  const [first, ...others] =
    places.size === 1 ? allowed.filter((design, index) => allowed.indexOf(design) === index) : [...places.values()];
  if (!first) return [];
  const differs = (design: Design) => design.shape.shape !== first.shape.shape;
  return [first, ...others.filter(differs), ...others.filter((design) => !differs(design))];
}

function isWanted(design: Design, answers: Answers): boolean {
  if (answers.ops?.hosting === "managed_only") return design.hosting !== "self_hosted";
  if (answers.ops?.hosting === "self_host_only") return design.hosting === "self_hosted";
  return true;
}

const HOUR_WHEN_BLANK_USD = 150;

/** As soon as one design is looked after by the team, everybody's upkeep is on the bill. */
function labourOf({ answers, designs, assumptions }: { answers: Answers; designs: Design[]; assumptions: Assumption[] }) {
  if (!designs.some((design) => design.hosting === "self_hosted")) return null;
  const answered = answers.cost?.engineer_hour_usd;
  const rate = answered ?? HOUR_WHEN_BLANK_USD;
  const source = answered === undefined ? "assumed" : "derived";
  assumptions.push({
    id: "engineerHourUsd",
    source,
    value: rate,
    text: { id: "costs.assumptions.engineerHourUsd", params: { value: rate } },
  });
  assumptions.push({ id: "opsHours", source: "assumed", value: null, text: { id: "costs.assumptions.opsHours", params: {} } });
  return { engineerHourUsd: rate.toFixed(2) };
}

function bandsOf(answers: Answers, spread: Spread): LoadBand[] {
  return (["y1", "y3"] as const).flatMap((id) => {
    const { reads_s = 0, writes_s = 0 } = answers.scale?.[id] ?? {};
    const typical = Math.min(reads_s + writes_s, MAX_AMOUNT);
    if (typical <= 0) return [];
    // A position may lie outside what every member first said.
    const high = Math.min(spread[id]?.high ?? typical, MAX_AMOUNT);
    return [{ id, typical, low: Math.min(typical, spread[id]?.low ?? typical), high: Math.max(typical, high) }];
  });
}
