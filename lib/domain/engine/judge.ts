import type { Facts } from "./facts";
import type { Need } from "./need";
import { pointsOf, type Rule, readsField } from "./rule";
import { RULES } from "./rules";
import { above, and, or, type Tri } from "./tri";

/** What the table of rules says of one candidate: an outcome per rule of `RULES`, in its order. */
export type Judged = {
  facts: Facts;
  outcomes: readonly Tri[];
  /** Outcomes that go before those above, where they are looked up instead of copied; undefined for rules not among them. */
  varied?: (place: number) => Tri | undefined;
  points: number;
  eliminatedBy: readonly Rule[];
  /** ELIM rules that fired on low-confidence facts and count as "verify first" (G-09). */
  softenedBy: readonly Rule[];
};

/**
 * The candidates judged before some fields changed, so that only rules which read them are asked again. What a rule that
 * reads none of them removed stays as it was, unless its id is in `restored`.
 */
export type Before = { judged: ReadonlyMap<string, Judged>; changed: readonly string[]; restored: ReadonlySet<string> };

/**
 * Judges every candidate by every rule. Extensions come first: one that lives and whose shape is asked for raises its
 * base's fit (G-11), which the base's own points then see.
 */
export function judgeAll(input: { need: Need; systems: readonly Facts[]; before?: Before }): Map<string, Judged> {
  const { need, systems, before } = input;
  const judged = new Map<string, Judged>();
  const again = before ? { ...before, asked: rulesReading(before.changed) } : null;
  const extensions = systems.filter((facts) => facts.kind === "extension");
  for (const facts of extensions) judged.set(facts.id, judge(need, { facts, again }));
  const attached = new Map<string, Facts[]>();
  for (const facts of extensions) {
    if (!isAsked(need, facts) || !isAlive(judged.get(facts.id))) continue;
    const base = facts.extends ?? "";
    attached.set(base, [...(attached.get(base) ?? []), facts]);
  }
  for (const facts of systems) {
    if (facts.kind === "extension") continue;
    const own = attached.get(facts.id);
    judged.set(facts.id, judge(need, { facts: own ? raised(need, facts, own) : facts, again }));
  }
  return judged;
}

/**
 * The systems that could be listed once these fields have changed: all but those that a rule removed which reads none of
 * them. Bases of extensions stay, because an attached extension may raise what removed them.
 */
export function systemsInPlay({ systems, before }: { systems: readonly Facts[]; before: Before }): Facts[] {
  const { rules } = rulesReading(before.changed);
  const bases = new Set(systems.flatMap((facts) => facts.extends ?? []));
  return systems.filter(({ id }) => {
    const previous = before.judged.get(id);
    if (!previous || before.restored.has(id) || bases.has(id)) return true;
    return !isLeftOut(previous.eliminatedBy, rules) && !isLeftOut(previous.softenedBy, rules);
  });
}

/** What the rule at a place of the table says of a candidate. */
export function saidAt(one: Judged, place: number): Tri | undefined {
  return one.varied?.(place) ?? one.outcomes[place];
}

/** No rule removed it, nor would have removed it had its facts been sure. */
export function isAlive(judged: Judged | undefined): boolean {
  return judged !== undefined && judged.eliminatedBy.length === 0 && judged.softenedBy.length === 0;
}

/** An extension is offered only where its shape, its name, or a measured ceiling asks for it (G-11, S-03). */
export function isAsked(need: Need, extension: Facts): boolean {
  const isNamed = need.ops.extensions?.some((name) => name.toLowerCase() === extension.id) ?? false;
  if (isNamed || need.shapes.some((shape) => extension.extensionFor.includes(shape))) return true;
  if (extension.writeScaling !== "sharded") return false;
  return and(need.isMeasured, or(above(need.y3.writes_s, 50_000), above(need.y3.data_gb, 5_000))) === "yes";
}

/** Whether a rule speaks about this kind of entry at all. */
export function appliesTo(rule: Rule, facts: Facts): boolean {
  const on = rule.on ?? "system";
  return on === "both" || facts.hosts.length > 0 === (on === "hosting");
}

type Again = Before & { asked: Asked };

function judge(need: Need, { facts, again }: { facts: Facts; again: Again | null }): Judged {
  const previous = again?.judged.get(facts.id);
  if (!again || !previous || !haveSameFits(previous.facts, facts)) {
    const outcomes = RULES.map((rule): Tri => (appliesTo(rule, facts) ? rule.test(need, facts) : "no"));
    return { facts, outcomes, ...summed(need, facts, outcomes) };
  }
  const { rules } = again.asked;
  const isOut = isLeftOut(previous.eliminatedBy, rules) || isLeftOut(previous.softenedBy, rules);
  return isOut && !again.restored.has(facts.id) ? previous : judgeAgain({ need, previous, places: again.asked.places });
}

/** Whether some of these rules is not asked again, so that what it removed stays out. */
function isLeftOut(removing: readonly Rule[], rules: ReadonlySet<Rule>): boolean {
  for (const rule of removing) if (!rules.has(rule)) return true;
  return false;
}

/** Asks only the rules at these places again; the same object when none of them says anything new. */
function judgeAgain({ need, previous, places }: { need: Need; previous: Judged; places: readonly number[] }): Judged {
  const { facts } = previous;
  let outcomes: Tri[] | undefined;
  let difference: number | null = 0;
  for (const i of places) {
    const rule = RULES[i];
    if (!rule || !appliesTo(rule, facts)) continue;
    const outcome = rule.test(need, facts);
    const was = previous.outcomes[i];
    const hasOwnPoints = typeof rule.points === "function";
    if (outcome === was && !hasOwnPoints) continue;
    outcomes ??= previous.outcomes.slice();
    outcomes[i] = outcome;
    if (outcome !== "yes" && was !== "yes") continue;
    // Points that depend on the answers, and removals, are summed anew.
    if (hasOwnPoints || rule.effect === "ELIM") difference = null;
    else if (difference !== null) difference += (outcome === "yes" ? 1 : -1) * pointsOf(rule, need, facts);
  }
  if (!outcomes) return previous;
  if (difference === null) return { facts, outcomes, ...summed(need, facts, outcomes) };
  const { points, eliminatedBy, softenedBy } = previous;
  return { facts, outcomes, points: points + difference, eliminatedBy, softenedBy };
}

function summed(need: Need, facts: Facts, outcomes: readonly Tri[]) {
  let points = 0;
  const removing: Rule[] = [];
  for (let i = 0; i < outcomes.length; i++) {
    const rule = RULES[i];
    if (!rule || outcomes[i] !== "yes") continue;
    if (rule.effect === "ELIM") removing.push(rule);
    else points += pointsOf(rule, need, facts);
  }
  const isUnsure = facts.confidence === "low";
  return { points, eliminatedBy: isUnsure ? [] : removing, softenedBy: isUnsure ? removing : [] };
}

type Asked = { places: readonly number[]; rules: ReadonlySet<Rule> };

const readers = new Map<string, Asked>();

/** Rules that name one of the fields, or the whole map that it is an entry of, and their places in the table. */
function rulesReading(fields: readonly string[]): Asked {
  const key = fields.join(" ");
  const known = readers.get(key);
  if (known) return known;
  const places = RULES.flatMap((rule, i) => (fields.some((field) => readsField(rule, field)) ? [i] : []));
  const asked = { places, rules: new Set(places.flatMap((i) => RULES[i] ?? [])) };
  // Pairs of fields are many; single ones are what is asked for again and again.
  if (fields.length === 1) readers.set(key, asked);
  return asked;
}

const RANK = { unfit: 0, possible: 1, good: 2, native: 3 } as const;

/** The base with the best fit that its attached extensions give it. */
function raised(need: Need, facts: Facts, own: readonly Facts[]): Facts {
  const fit = { ...facts.fit };
  const fitReasons = { ...facts.fitReasons };
  for (const extension of own) {
    for (const shape of need.shapes.filter((asked) => extension.extensionFor.includes(asked))) {
      if (RANK[extension.fit[shape] ?? "unfit"] <= RANK[fit[shape] ?? "unfit"]) continue;
      fit[shape] = extension.fit[shape];
      fitReasons[shape] = `${extension.name}: ${extension.fitReasons[shape] ?? ""}`;
    }
  }
  return { ...facts, fit, fitReasons };
}

function haveSameFits(a: Facts, b: Facts): boolean {
  if (a.fit === b.fit) return true;
  return Object.entries(b.fit).every(([shape, fit]) => a.fit[shape as keyof Facts["fit"]] === fit);
}
