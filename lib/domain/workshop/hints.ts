/** Three sentences for whoever meets something for the first time, each at its moment: no tour. */
export type Hint = "join" | "board" | "list";

type Moment = {
  /** The reader's place, as `placeOf` names it. */
  place: string;
  /** Somebody brought the team elsewhere. */
  isAway: boolean;
  /** More than one person answers. */
  isTeam: boolean;
  isRevealed: boolean;
};

/**
 * What somebody may need to be told now, unless they were told before; one at a time. Whoever works alone meets no hint
 * about a team.
 * @example hintFor({ place: "scale", isAway: true, isTeam: true, isRevealed: false }, []) // "join"
 * @example hintFor({ place: "differences", isAway: true, isTeam: true, isRevealed: true }, ["join"]) // "board"
 * @example hintFor({ place: "shortlist", isAway: false, isTeam: false, isRevealed: true }, []) // "list"
 * @example hintFor({ place: "shortlist", isAway: false, isTeam: false, isRevealed: true }, ["list"]) // null
 */
export function hintFor({ place, isAway, isTeam, isRevealed }: Moment, seen: readonly string[]): Hint | null {
  const moments: [Hint, boolean][] = [
    ["join", isAway && isTeam],
    ["board", place === "differences" && isRevealed && isTeam],
    ["list", place === "shortlist" && isRevealed],
  ];
  return moments.find(([hint, isNow]) => isNow && !seen.includes(hint))?.[0] ?? null;
}
