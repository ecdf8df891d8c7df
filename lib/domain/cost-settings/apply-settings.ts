import { z } from "zod";
import type { Answers } from "../answers/schema";
import { findDesign } from "../costs/designs";
import type { CostSheet } from "../costs/from-worksheet";
import { type CostRequest, costRequestSchema, type DesignRequest } from "../costs/request-schema";
import { tcoFromAnswers } from "../costs/tco-from-answers";
import { growthOf } from "./growth-request";
import { customDesign, todayDesign } from "./own-designs";
import type { CostInputs } from "./schema";
import { customDesignSchema, readSetting, SLOT_IDS, settingSchemaOf, TCO_KEYS, todaySchema, WORKLOAD_KEYS } from "./settings";
import { termsOfRequest, withSaidOfDesigns } from "./terms-request";
import { withProfile } from "./workload-request";

/**
 * The answers with the requests a day that the team typed on the costs screen, which is what makes a worksheet without any
 * estimate of its load priceable.
 *
 * @example answersWithLoad({}, [{ key: "workload.requestsPerDay", value: 86400 }]).cost?.requests_day // 86400
 */
export function answersWithLoad(answers: Answers, settings: CostInputs["settings"]): Answers {
  const requestsPerDay = readSetting(settings, "workload.requestsPerDay", z.number());
  return requestsPerDay === null ? answers : { ...answers, cost: { ...answers.cost, requests_day: requestsPerDay } };
}

/**
 * A sheet of costs with everything the team changed: prices, workload, designs in their slots, toggles. An assumption that
 * the team replaced is no longer listed as assumed. The growth of the load is asked for along, from the estimates. A sheet
 * without a request keeps its names and stays without. `today` is an ISO date.
 *
 * @example applySettings(sheet, { overrides: [{ priceId, usd: "0.5", ... }], settings: [], today, answers }).request?.overrides // { [priceId]: { unitPrice: "0.5", ... } }
 */
export function applySettings(sheet: CostSheet, { overrides, settings, today, answers }: SettingsInput): CostSheet {
  if (!sheet.request) return sheet;
  const given = WORKLOAD_KEYS.flatMap((key) => {
    const value = readSetting(settings, `workload.${key}`, settingSchemaOf(`workload.${key}`) ?? z.never());
    return value === null ? [] : [[key, value] as const];
  });
  const set = new Set<string>(given.map(([key]) => key));
  const { workload, notes } = withProfile({ ...sheet.request.workload, ...Object.fromEntries(given) }, settings);
  const base: CostRequest = {
    ...sheet.request,
    workload,
    overrides: Object.fromEntries(
      overrides.flatMap(({ priceId, usd, asOf, reason }) => (usd === null ? [] : [[priceId, { unitPrice: usd, asOf, reason }]])),
    ),
  };
  const filled = SLOT_IDS.reduce((at, slot) => withSlot(at, { slot, design: readSetting(settings, `slot.${slot}`, z.string()) }), {
    ...sheet,
    request: base,
  } as Filled);
  const own = [
    ...(["1", "2"] as const).flatMap((n) => {
      const custom = readSetting(settings, `custom.${n}`, customDesignSchema);
      return custom ? [customDesign({ id: `X${n}`, custom, asOf: dayOf(settings, `custom.${n}`) })] : [];
    }),
    ...todayOf(settings),
  ];
  const complete = own.reduce(withOwn, filled);
  const tco = tcoFromAnswers(answers, complete.candidates);
  const hasToday = complete.request.designs.some(({ id }) => id === "T");
  const known = { ...tco.designs, ...(hasToday ? KNOWN_TODAY : {}) };
  return {
    ...complete,
    request: costRequestSchema.parse({
      growth: growthOf(complete.request, today.slice(0, "2026-11".length)),
      today,
      tco: { ...tco, ...tcoOf(settings), designs: withSaidOfDesigns(known, complete.request, settings) },
      ...complete.request,
      ...termsOfRequest(complete.request, settings),
    }),
    assumptions: [...sheet.assumptions.filter(({ id }) => !set.has(id)), ...notes],
  };
}

/** Nobody has to learn what the team runs today. */
const KNOWN_TODAY = { T: { isKnown: true } };

type SettingsInput = CostInputs & { today: string; answers: Answers };

/** What the team typed about total cost on the costs screen, over what follows from the answers. */
function tcoOf(settings: CostInputs["settings"]) {
  return Object.fromEntries(
    TCO_KEYS.flatMap((key) => {
      const value = readSetting(settings, `tco.${key}`, settingSchemaOf(`tco.${key}`) ?? z.never());
      return value === null ? [] : [[key, value]];
    }),
  );
}

type Filled = Omit<CostSheet, "request"> & { request: CostRequest };

/** Puts a listed design into a slot; another hosting that showed the same design takes the old one in exchange. */
function withSlot(sheet: Filled, { slot, design }: { slot: string; design: string | null }): Filled {
  const listed = design === null ? null : findDesign(design);
  if (!listed) return sheet;
  const { request } = sheet;
  const before = request.designs.find(({ id }) => id === slot);
  const twin = request.designs.find((other) => other.id !== slot && other.shape === "listed" && other.design === listed.id);
  const old = before?.shape === "listed" ? findDesign(before.design) : null;
  const swapped = old && twin?.id.startsWith(slot) ? { id: twin.id, design: old.id, name: old.name } : null;
  const entry: DesignRequest = { id: slot, shape: "listed", design: listed.id };
  const designs = request.designs.map((design): DesignRequest => {
    if (design.id === slot) return entry;
    return design.id === swapped?.id ? { id: design.id, shape: "listed", design: swapped.design } : design;
  });
  const candidate = sheet.candidates.find(({ id }) => id === slot)?.candidate ?? listed.systems[0] ?? listed.id;
  const known = { id: slot, candidate, design: listed.id, isDrawn: true };
  const candidates = sheet.candidates.map((other) => {
    if (other.id === slot) return known;
    return other.id === swapped?.id ? { ...other, design: swapped.design } : other;
  });
  return {
    ...sheet,
    request: { ...request, designs: before ? designs : [...designs, entry], compare: withId(request.compare, slot) },
    names: { ...sheet.names, ...(swapped ? { [swapped.id]: swapped.name } : {}), [slot]: listed.name },
    candidates: candidates.includes(known) ? candidates : [...candidates, known],
  };
}

type OwnDesign = { name: string; design: DesignRequest };

function todayOf(settings: CostInputs["settings"]): OwnDesign[] {
  const today = readSetting(settings, "today", todaySchema);
  return today ? [todayDesign(today, dayOf(settings, "today"))] : [];
}

/** The day on which the team typed a setting, and with it the date of its prices. */
function dayOf(settings: CostInputs["settings"], key: string): string {
  return settings.find((setting) => setting.key === key)?.at.slice(0, 10) ?? "";
}

/** A design of the team's own; what it says of today on the costs screen stands in for the bill in the frame. */
function withOwn(sheet: Filled, { name, design }: OwnDesign): Filled {
  const others = <T extends { id: string }>(items: readonly T[]) => items.filter(({ id }) => id !== design.id);
  return {
    ...sheet,
    request: { ...sheet.request, designs: [...others(sheet.request.designs), design], compare: withId(sheet.request.compare, design.id) },
    names: { ...sheet.names, [design.id]: name },
    candidates: [...others(sheet.candidates), { id: design.id, candidate: design.id, design: design.id, isDrawn: true }],
  };
}

function withId(compare: string[] | undefined, id: string): string[] | undefined {
  return compare === undefined || compare.includes(id) ? compare : [...compare, id];
}
