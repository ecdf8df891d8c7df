/** One record replaces another, in whole or in part. */
export type Supersession = { by: string; replaces: string; isPartial: boolean };

export type SupersessionRefusal = "itself" | "cycle" | "duplicate" | "dangling" | "not_decided" | "replaced_already";
export type SupersessionCheck = { ok: true } | { ok: false; reason: SupersessionRefusal };

type Log = {
  links: readonly Supersession[];
  /** Every record that is still there, with whether it was ever accepted. */
  records: ReadonlyMap<string, { isDecided: boolean }>;
};

/**
 * Whether one record may replace another: both are there, the old one was decided, it is not replaced in whole by a third,
 * and no chain of replacements leads back. Several records may each replace a part.
 * @example checkSupersession({ by: "b", replaces: "b", isPartial: false }, log) // { ok: false, reason: "itself" }
 */
export function checkSupersession(link: Supersession, { links, records }: Log): SupersessionCheck {
  const { by, replaces, isPartial } = link;
  if (by === replaces) return { ok: false, reason: "itself" };
  const old = records.get(replaces);
  if (old === undefined || !records.has(by)) return { ok: false, reason: "dangling" };
  if (links.some((other) => other.by === by && other.replaces === replaces)) return { ok: false, reason: "duplicate" };
  if (!old.isDecided) return { ok: false, reason: "not_decided" };
  if (!isPartial && links.some((other) => other.replaces === replaces && !other.isPartial))
    return { ok: false, reason: "replaced_already" };
  return reaches({ from: replaces, to: by, links }) ? { ok: false, reason: "cycle" } : { ok: true };
}

export type SupersessionProblem = { link: Supersession; problem: "dangling" | "cycle" };

/**
 * What is wrong in a whole log: links to records that are gone, and links that lie on a circle.
 * @example supersessionProblems({ links: [{ by: "b", replaces: "a", isPartial: false }], records: new Map() })[0].problem // "dangling"
 */
export function supersessionProblems({
  links,
  records,
}: Pick<Log, "links"> & { records: ReadonlyMap<string, unknown> }): SupersessionProblem[] {
  return links.flatMap((link): SupersessionProblem[] => {
    if (!records.has(link.by) || !records.has(link.replaces)) return [{ link, problem: "dangling" }];
    return reaches({ from: link.replaces, to: link.by, links }) ? [{ link, problem: "cycle" }] : [];
  });
}

/** Whether replacements lead from one record to another. */
function reaches({ from, to, links }: { from: string; to: string; links: readonly Supersession[] }): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    for (const link of links) if (link.by === next) waiting.push(link.replaces);
  }
  return false;
}
