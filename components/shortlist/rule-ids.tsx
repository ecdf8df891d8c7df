import { Fragment } from "react";

/** Rule ids in small grey, as provenance; none breaks in the middle. */
export function RuleIds({ ids }: { ids: readonly string[] }) {
  return ids.map((id, i) => (
    <Fragment key={id}>
      {i > 0 && ", "}
      <span className="rule-id">{id}</span>
    </Fragment>
  ));
}
