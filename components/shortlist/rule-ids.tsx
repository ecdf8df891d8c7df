/** Rule ids in small grey, as provenance. */
export function RuleIds({ ids }: { ids: readonly string[] }) {
  return <span className="muted num">{ids.join(", ")}</span>;
}
