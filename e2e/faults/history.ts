/** One save as its client saw it, from the first attempt to the last reply. Times are milliseconds of one clock. */
export type Operation = {
  opId: string;
  worksheet: string;
  member: string;
  field: string;
  round: number;
  value: number;
  /** The version that the client had seen when it wrote. */
  baseVersion: number;
  startedAt: number;
  endedAt: number;
  /** `unknown` is a save of which the client never learned the end. */
  outcome: "saved" | "refused" | "unknown";
  version: number | null;
  seq: number | null;
};

/** What the audit chain says of one save. */
export type LoggedSave = { opId: string; worksheet: string; member: string; field: string; round: number; version: number };

/** An answer as it stands in the database at the end. */
export type StoredAnswer = { member: string; field: string; round: number; version: number; value: unknown };

export type Violation = { invariant: "I1" | "I2" | "I3" | "I4" | "I5" | "I6" | "I7" | "I8" | "I9" | "I10"; text: string };

type Facts = { operations: readonly Operation[]; log: readonly LoggedSave[]; stored: readonly StoredAnswer[] };

/**
 * Holds what the clients saw against what the database kept: every acknowledged save once in the log (I1), nothing twice
 * (I2), nothing refused (I3), versions without gaps, each on top of what its author had seen, and the last one stored (I4),
 * in the order of real time (I5), and no save whose end nobody knows (I6).
 */
export function checkHistory({ operations, log, stored }: Facts): Violation[] {
  return [
    ...acknowledgedOnce(operations, log),
    ...nothingTwice(log),
    ...nothingRefused(operations, log),
    ...versionsInARow({ operations, log, stored }),
    ...nothingOverwritten(operations),
    ...inOrderOfTime(operations),
    ...operations.filter(({ outcome }) => outcome === "unknown").map(({ opId }) => say("I6", `nobody knows how ${opId} ended`)),
  ];
}

/**
 * The sequence of a worksheet is taken in the order of commits: a save that began after another had been answered has the
 * higher number, and no two visible saves share one (I7: a screen that looks for what is newer misses nothing).
 */
export function checkSequence(operations: readonly Operation[]): Violation[] {
  const visible = operations.filter(({ outcome, round, seq }) => outcome === "saved" && round > 1 && seq !== null);
  return [...groupsOf(visible, ({ worksheet }) => worksheet).values()].flatMap((group) => {
    const seen = new Set<number>();
    const twice = group.filter(({ seq }) => seq !== null && (seen.has(seq) || !seen.add(seq)));
    return [
      ...twice.map(({ seq, opId }) => say("I7", `seq ${seq} was given twice, the second time to ${opId}`)),
      ...overtaken(group, ({ seq }) => seq ?? 0).map(([first, second]) =>
        say("I7", `${second.opId} began after ${first.opId} and got the lower seq`),
      ),
    ];
  });
}

const say = (invariant: Violation["invariant"], text: string): Violation => ({ invariant, text });

function acknowledgedOnce(operations: readonly Operation[], log: readonly LoggedSave[]): Violation[] {
  const logged = groupsOf(log, ({ opId }) => opId);
  return operations.flatMap(({ opId, outcome }) => {
    const times = logged.get(opId)?.length ?? 0;
    return outcome === "saved" && times !== 1 ? [say("I1", `${opId} was acknowledged and stands ${times} times in the log`)] : [];
  });
}

function nothingTwice(log: readonly LoggedSave[]): Violation[] {
  const byOperation = groupsOf(log, ({ opId }) => opId);
  const byVersion = groupsOf(log, (one) => `${keyOf(one)} version ${one.version}`);
  return [...byOperation, ...byVersion].flatMap(([key, all]) =>
    all.length > 1 ? [say("I2", `${key} stands ${all.length} times in the log`)] : [],
  );
}

function nothingRefused(operations: readonly Operation[], log: readonly LoggedSave[]): Violation[] {
  const logged = new Set(log.map(({ opId }) => opId));
  return operations.flatMap(({ opId, outcome }) =>
    outcome === "refused" && logged.has(opId) ? [say("I3", `${opId} was refused and stands in the log`)] : [],
  );
}

function versionsInARow({ operations, log, stored }: Facts): Violation[] {
  const values = new Map(operations.map(({ opId, value }) => [opId, value]));
  const answers = new Map(stored.map((answer) => [keyOf(answer), answer]));
  return [...groupsOf(log, keyOf)].flatMap(([key, saves]) => {
    const ordered = saves.toSorted((one, other) => one.version - other.version);
    const gap = ordered.find(({ version }, index) => version !== index + 1);
    const last = ordered.at(-1);
    const answer = answers.get(key);
    const found: Violation[] = gap ? [say("I4", `${key} has no version ${ordered.indexOf(gap) + 1} before ${gap.version}`)] : [];
    if (!last || answer?.version !== last.version)
      return [...found, say("I4", `${key} is stored as version ${answer?.version}, logged as ${last?.version}`)];
    const value = values.get(last.opId);
    return value !== undefined && answer.value !== value
      ? [...found, say("I4", `${key} is stored as ${String(answer.value)}, its last save was ${value}`)]
      : found;
  });
}

function nothingOverwritten(operations: readonly Operation[]): Violation[] {
  return operations.flatMap(({ opId, outcome, version, baseVersion }) =>
    outcome === "saved" && version !== null && version !== baseVersion + 1
      ? [say("I4", `${opId} was written on version ${baseVersion} and became ${version}: it replaced what its author had not seen`)]
      : [],
  );
}

function inOrderOfTime(operations: readonly Operation[]): Violation[] {
  const saved = operations.filter(({ outcome, version }) => outcome === "saved" && version !== null);
  return [...groupsOf(saved, keyOf).values()].flatMap((group) =>
    overtaken(group, ({ version }) => version ?? 0).map(([first, second]) =>
      say("I5", `${second.opId} began after ${first.opId} had ended and got the lower version`),
    ),
  );
}

/** Pairs in which the later one, begun after the earlier was answered, has the lower number. One sweep over time. */
function overtaken(group: readonly Operation[], numberOf: (one: Operation) => number): [Operation, Operation][] {
  const ends = group.toSorted((one, other) => one.endedAt - other.endedAt);
  const pairs: [Operation, Operation][] = [];
  let next = 0;
  let highest: Operation | null = null;
  for (const later of group.toSorted((one, other) => one.startedAt - other.startedAt)) {
    for (let ended = ends[next]; ended && ended.endedAt < later.startedAt; ended = ends[++next]) {
      if (highest === null || numberOf(ended) > numberOf(highest)) highest = ended;
    }
    if (highest !== null && numberOf(highest) > numberOf(later)) pairs.push([highest, later]);
  }
  return pairs;
}

const keyOf = ({ member, field, round }: { member: string; field: string; round: number }) => `${member} ${field} round ${round}`;

function groupsOf<T>(all: readonly T[], keyFor: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyFor(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
