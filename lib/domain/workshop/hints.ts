import type { Role } from "../worksheet/schema";

/** Three sentences for whoever meets something for the first time, each at its moment: no tour. */
export type Hint = "join" | "board" | "list";

type Moment = {
  /** The reader's place, as `placeOf` names it. */
  place: string;
  /** Somebody brought the team elsewhere. */
  isAway: boolean;
  /** Of everybody in the worksheet. */
  roles: readonly Role[];
  isRevealed: boolean;
};

/**
 * What somebody may need to be told now, unless they were told before; one at a time. Whoever works alone meets no hint
 * about a team.
 * @example hintFor({ place: "scale", isAway: true, roles: ["facilitator", "member"], isRevealed: false }, []) // "join"
 * @example hintFor({ place: "differences", isAway: true, roles: ["facilitator", "member"], isRevealed: true }, ["join"]) // "board"
 * @example hintFor({ place: "differences", isAway: false, roles: ["facilitator", "approver"], isRevealed: true }, []) // null
 * @example hintFor({ place: "shortlist", isAway: false, roles: ["facilitator"], isRevealed: true }, []) // "list"
 * @example hintFor({ place: "shortlist", isAway: false, roles: ["facilitator"], isRevealed: true }, ["list"]) // null
 */
export function hintFor({ place, isAway, roles, isRevealed }: Moment, seen: readonly string[]): Hint | null {
  const isTeam = roles.filter((role) => role === "facilitator" || role === "member").length > 1;
  const moments: [Hint, boolean][] = [
    ["join", isAway && isTeam],
    ["board", place === "differences" && isRevealed && isTeam],
    ["list", place === "shortlist" && isRevealed],
  ];
  return moments.find(([hint, isNow]) => isNow && !seen.includes(hint))?.[0] ?? null;
}
