import { wordedCosts } from "../costs/design-words";
import { displayLoad, displayQuantity } from "../costs/display";
import { briefNames } from "../costs/finding-names";
import type { Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { RecordCosts, RecordDesign, RecordMonthly } from "../record/costs-schema";
import type { DecisionRecord } from "../record/schema";
import { plain } from "./block-text";
import { axisUnit, crossoverItems, termsBlock } from "./compose-crossovers";
import { isDrawn, totalBlocks } from "./compose-total";
import { formatMoney, formatNumber, formatPrice } from "./format-value";
import { label, say } from "./say";
import type { AdrBlock, CostFigure } from "./schema";

/**
 * The costs: totals of every design for each scenario, the crossovers, the figure, and today's bill line by line with the
 * date of each price. An unknown price makes a total "at least".
 * @example costBlocks(record, messages)[0].kind // "table"
 */
export function costBlocks(record: DecisionRecord, messages: Messages): AdrBlock[] {
  const costs = record.costs && wordedCosts(record.costs, messages);
  if (costs === null || costs.designs.length === 0) return [{ kind: "paragraph", text: plain(say(messages, "adr.cost.none")) }];
  const crossovers = crossoverItems(costs, messages);
  return [
    totalsTable(costs, messages),
    ...termsBlock(costs, messages),
    ...(crossovers.length === 0 ? [] : [{ kind: "list", items: crossovers } as const]),
    ...figureBlock(costs, messages),
    ...totalBlocks(costs, messages),
    ...costs.designs.flatMap((design) => billTable(design, messages)),
    ...priceTable(costs, messages),
  ];
}

/**
 * What the chosen design costs, in one or two sentences; the first design when none is chosen.
 * @example costSentence(record, messages) // "At least $352 a month today, $1,160 at 10 times the load. No price yet for traffic out."
 */
export function costSentence(record: DecisionRecord, messages: Messages): string {
  const designs = record.costs?.designs ?? [];
  const design = designs.find((candidate) => candidate.candidate === record.decision.chosen) ?? designs[0];
  if (design === undefined || design.monthly.length === 0) return say(messages, "adr.cost.none");
  const carried = design.monthly.filter((month) => month.total !== null);
  if (!design.feasible || carried.length === 0) return say(messages, "adr.cost.infeasible");
  // One "at least" in front covers the sentence when no total is complete; else each says it for itself.
  const isAllOpen = carried.every((month) => !month.complete);
  const parts = carried.map(({ scenario, total, complete }) => {
    const money = formatMoney(total ?? "0", localeOf(messages));
    const amount = complete || isAllOpen ? money : say(messages, "adr.cost.atLeastShort", { amount: money });
    if (scenario === 1) return say(messages, "adr.cost.aMonth", { amount });
    return say(messages, "adr.cost.times", { amount, times: formatNumber(scenario, localeOf(messages)) });
  });
  const missing = missingMeters(design, messages);
  const all = say(messages, isAllOpen ? "adr.cost.sentenceAtLeast" : "adr.cost.sentence", { parts: parts.join(", ") });
  const sentence = all.charAt(0).toUpperCase() + all.slice(1);
  return missing.length === 0 ? sentence : `${sentence} ${say(messages, "adr.cost.missing", { meters: missing.join(", ") })}`;
}

function totalsTable(costs: RecordCosts, messages: Messages): AdrBlock {
  const scenarios = [...new Set(costs.designs.flatMap((design) => design.monthly.map((month) => month.scenario)))].toSorted(
    (a, b) => a - b,
  );
  const width = 0.55 / Math.max(1, scenarios.length);
  const heading = (times: number) =>
    times === 1
      ? say(messages, "adr.cost.today")
      : say(messages, "adr.cost.timesColumn", { times: formatNumber(times, localeOf(messages)) });
  return {
    kind: "table",
    caption: say(messages, "adr.cost.totals"),
    columns: [
      { label: say(messages, "adr.cost.design"), align: "left", width: 0.45 },
      ...scenarios.map((times) => ({ label: heading(times), align: "right" as const, width })),
    ],
    rows: costs.designs.map((design) => [
      `${design.letter} · ${design.name}`,
      ...scenarios.map((times) => totalText(design.monthly.find((month) => month.scenario === times) ?? null, messages)),
    ]),
  };
}

function billTable(design: RecordDesign, messages: Messages): AdrBlock[] {
  const [today] = design.monthly;
  if (today === undefined || today.total === null || today.lines.length === 0) return [];
  const unknown = say(messages, "adr.unknown");
  const words = (key: string) => say(messages, `adr.cost.${key}`);
  const total = [words(today.complete ? "total" : "totalAtLeast"), "", "", "", formatPrice(today.total, localeOf(messages))];
  const rows = today.lines.map((line) => [
    meterName(line.meter, messages),
    quantityText(line, messages),
    line.unitPrice === null ? unknown : formatPrice(line.unitPrice, localeOf(messages)),
    [line.asOf, line.confidence && confidenceName(line.confidence, messages)].filter((part) => part !== null).join(", "),
    line.amount === null ? unknown : formatPrice(line.amount, localeOf(messages)),
  ]);
  return [
    {
      kind: "table",
      caption: say(messages, "adr.cost.caption", { letter: design.letter, name: design.name, times: today.scenario }),
      columns: [
        { label: words("meter"), align: "left", width: 0.26 },
        { label: words("quantity"), align: "right", width: 0.22 },
        { label: words("unitPrice"), align: "right", width: 0.17 },
        { label: words("asOf"), align: "left", width: 0.2 },
        { label: words("amount"), align: "right", width: 0.15 },
      ],
      rows: [...rows, total],
    },
  ];
}

function quantityText({ quantity, unit, freeQuantity }: RecordMonthly["lines"][number], messages: Messages): string {
  const billed = `${displayQuantity(quantity, localeOf(messages))} ${unitName(unit, messages)}`;
  if (freeQuantity === undefined) return billed;
  return say(messages, "adr.cost.afterFree", { billed, free: displayQuantity(freeQuantity, localeOf(messages)) });
}

/** The figure shows what was compared and each candidate once; other ways to run one stand in the tables. */
function figureBlock(costs: RecordCosts, messages: Messages): AdrBlock[] {
  const drawn = costs.designs.filter((design) => design.segments.length > 0 && isDrawn(costs, design));
  if (drawn.length === 0) return [];
  const names = drawn.map((design) => `${design.letter} ${design.name}`).join(", ");
  const ids = drawn.map((design) => design.id);
  const { from, now } = costs.axis;
  const to = Math.max(now, ...drawn.flatMap((design) => design.segments.map((segment) => segment.to)));
  const crossovers = costs.crossovers.filter(({ a, b }) => ids.includes(a) && ids.includes(b));
  const briefs = briefNames(Object.fromEntries(drawn.map(({ letter, name }) => [letter, name])));
  const figure: CostFigure = {
    locale: localeOf(messages),
    xLabel: axisUnit(costs, messages),
    yLabel: say(messages, "adr.cost.yAxis"),
    from,
    to,
    now: now > 0 ? { x: now, label: say(messages, "adr.cost.now") } : null,
    series: drawn.map((design) => ({ letter: design.letter, name: briefs[design.letter] ?? design.name, segments: segmentsOf(design) })),
    crossovers: crossovers.map(({ x, cost }) => ({ x, y: Number(cost), label: displayLoad(x, localeOf(messages)) })),
  };
  const description = say(messages, "adr.cost.figureDescription", { names, crossovers: figure.crossovers.length });
  return [{ kind: "figure", title: say(messages, "adr.cost.figure"), description, figure }];
}

function segmentsOf(design: RecordDesign) {
  return design.segments.map(({ from, to, intercept, slope }) => ({ from, to, intercept: Number(intercept), slope: Number(slope) }));
}

function confidenceName(confidence: string, messages: Messages): string {
  return label(messages, `costs.prices.confidence.${confidence}`) ?? confidence;
}

/** The price book writes "USD per hour"; a unit that nobody put into words stays as it is written there. */
function perUnit(unit: string, messages: Messages): string {
  const bare = unit.replace(/^USD (?:per )?/u, "");
  return label(messages, `costs.prices.per.${bare}`) ?? bare;
}

/** A price by its label; two that would read alike are told apart by the designs that pay them, or else by their ids. */
function priceName(price: RecordCosts["prices"][number], { prices, designs }: RecordCosts, messages: Messages): string {
  const alike = prices.filter(({ label: other, unit }) => other === price.label && unit === price.unit);
  if (alike.length < 2) return price.label;
  const payers = (one: typeof price) =>
    designs
      .filter(({ id }) => one.designs.includes(id))
      .map(({ letter }) => letter)
      .join(", ");
  const isTold = new Set(alike.map(payers)).size === alike.length && payers(price) !== "";
  const of = isTold ? payers(price) : price.priceId;
  return of === null ? price.label : say(messages, "adr.cost.priceOf", { label: price.label, of });
}

function priceTable(costs: RecordCosts, messages: Messages): AdrBlock[] {
  if (costs.prices.length === 0) return [];
  const words = (key: string) => say(messages, `adr.cost.${key}`);
  const rows = costs.prices.map((price) => [
    priceName(price, costs, messages),
    price.usd === null ? say(messages, "adr.unknown") : formatPrice(price.usd, localeOf(messages)),
    perUnit(price.unit, messages),
    price.asOf ?? say(messages, "adr.unknown"),
    [
      price.confidence && confidenceName(price.confidence, messages),
      price.marks?.includes("stale") ? words("stale") : null,
      price.sourceKind,
      price.region,
      price.conditions,
    ]
      .filter((part) => part !== null && part !== "")
      .join(", "),
  ]);
  return [
    {
      kind: "table",
      caption: words("prices"),
      columns: [
        { label: words("price"), align: "left", width: 0.26 },
        { label: words("usd"), align: "right", width: 0.15 },
        { label: words("per"), align: "left", width: 0.15 },
        { label: words("asOf"), align: "left", width: 0.12 },
        { label: words("source"), align: "left", width: 0.32 },
      ],
      rows,
    },
  ];
}

function totalText(month: RecordMonthly | null, messages: Messages): string {
  if (month === null) return say(messages, "adr.unknown");
  if (month.total === null) return say(messages, "adr.cost.tooMuch");
  const amount = formatPrice(month.total, localeOf(messages));
  return month.complete ? amount : say(messages, "adr.cost.atLeastShort", { amount });
}

function missingMeters(design: RecordDesign, messages: Messages): string[] {
  const lines = design.monthly.flatMap((month) => month.lines.filter((line) => line.amount === null));
  return [...new Set(lines.map((line) => meterName(line.meter, messages)))];
}

function meterName(meter: string, messages: Messages): string {
  return label(messages, `costs.meters.${meter}`) ?? meter.replaceAll("_", " ");
}

function unitName(unit: string, messages: Messages): string {
  return label(messages, `costs.units.${unit}`) ?? unit.replaceAll("_", " ");
}
