import type { ConsentRoundView } from "./schema";

export type Commitment = { name: string; isNamed: boolean; text: string; condition: string };

/**
 * The dissent section as it goes into the record: what was written, and after it every "disagree and commit" in its
 * author's own words, unless it stands there already. With the author's name only where they want it. A condition that
 * would prove them right follows as its own line.
 * @example dissentWith("", [{ name: "Dee", isNamed: true, text: "We cannot run it.", condition: "" }]) // "> We cannot run it.\n> — Dee"
 */
export function dissentWith(written: string, commitments: readonly Commitment[]): string {
  const missing = commitments.filter(({ text }) => !written.includes(text.trim()));
  return [written.trim(), ...missing.map(quote)].filter((part) => part !== "").join("\n\n");
}

/**
 * What would prove a dissenter right, as further conditions to reconsider the decision; those already listed are left out.
 * @example reconsiderWith(["A"], [{ name: "Dee", isNamed: false, text: "…", condition: "B" }]) // ["A", "B"]
 */
export function reconsiderWith(lines: readonly string[], commitments: readonly Commitment[]): string[] {
  const conditions = commitments.map(({ condition }) => condition.trim().replace(/\s+/gu, " ")).filter((text) => text !== "");
  return [...new Set([...lines, ...conditions])];
}

/**
 * Everybody who disagreed and committed in the closed rounds, in the order of their words.
 * @example commitmentsOf([]) // []
 */
export function commitmentsOf(rounds: readonly Pick<ConsentRoundView, "choices">[]): Commitment[] {
  return rounds
    .flatMap(({ choices }) => choices)
    .flatMap(({ name, commitment }) => (commitment === null ? [] : [{ name, ...commitment }]))
    .toSorted((a, b) => a.at.localeCompare(b.at, "en"))
    .map(({ name, isNamed, text, condition }) => ({ name, isNamed, text, condition }));
}

function quote({ name, isNamed, text, condition }: Commitment): string {
  const lines = [
    ...text.trim().split("\n"),
    ...(isNamed ? [`— ${name}`] : []),
    ...(condition.trim() === "" ? [] : ["", ...condition.trim().split("\n")]),
  ];
  return lines.map((line) => `> ${line}`.trimEnd()).join("\n");
}
