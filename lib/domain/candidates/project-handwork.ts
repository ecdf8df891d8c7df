import type { Criterion } from "../tie-break/criteria";
import type { Viewer } from "../worksheet/projection";
import type { Blind, CustomView, DisclosureKind, Handwork, OverrideView, ScoreView } from "./schema";

/** What one member gave alone; `at` is never shown to anybody. */
type Given<T> = { memberId: string; value: T; at: string };

/** As the database holds it: everything, for nobody's eyes until projected. */
export type HandworkState = {
  overrides: OverrideView[];
  custom: CustomView[];
  scores: ScoreView[];
  gutChecks: Given<string | null>[];
  rankings: Given<Criterion[]>[];
  disclosures: { kind: DisclosureKind; by: string; at: string }[];
};

/**
 * What one viewer may see of gut checks and rankings: their own; who has given one, for the facilitator; everybody's after the
 * disclosure. Overrides, added candidates and scores are everybody's at once.
 */
export function projectHandwork(state: HandworkState, viewer: Viewer): Handwork {
  const { overrides, custom, scores } = state;
  return {
    overrides,
    custom,
    scores,
    gutCheck: blind({ state, viewer, kind: "gut_check", given: state.gutChecks }),
    ranking: blind({ state, viewer, kind: "ranking", given: state.rankings }),
  };
}

type Asked<T> = { state: HandworkState; viewer: Viewer; kind: DisclosureKind; given: Given<T>[] };

function blind<T>({ state, viewer, kind, given }: Asked<T>): Blind<T> {
  const disclosure = state.disclosures.find((row) => row.kind === kind);
  // A return link that somebody else asked for does not open what was kept to oneself before.
  const isOpen = (one: Given<T>) => viewer.sealedBefore === null || one.at >= viewer.sealedBefore || disclosure !== undefined;
  const own = given.find((one) => one.memberId === viewer.memberId && isOpen(one));
  return {
    yours: own ? { value: own.value } : null,
    given: viewer.role === "facilitator" || disclosure ? given.map((one) => one.memberId).sort() : null,
    disclosed: disclosure ? { by: disclosure.by, at: disclosure.at } : null,
    all: disclosure ? given.map(({ memberId, value }) => ({ memberId, value })) : [],
  };
}
