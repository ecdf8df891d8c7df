"use client";

import { useTranslations } from "use-intl";
import type { Proposal } from "@/lib/domain/disagreement/proposal";
import type { WorksheetField } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./converge-panel.module.css";
import { useWords } from "./use-words";

/** How the team gets to one answer for this kind of field, and what the app proposes, if anything. */
export function ProposalWords({ field, proposal }: { field: WorksheetField; proposal: Proposal }) {
  const t = useTranslations("differences.converge");
  const words = useWords();
  const { def } = field;
  const isSplit = proposal.value === null;
  return (
    <div className={classes.proposal}>
      <p>{t(`lead.${def.kind}`)}</p>
      {proposal.claims.length > 0 ? (
        <ul className={classes.claims}>
          {proposal.claims.map((claim) => (
            <li key={claim.value}>{t("claimed", { value: words.value(def, claim.value), names: words.names(claim.memberIds) })}</li>
          ))}
        </ul>
      ) : null}
      <p>{isSplit ? t(field.n === 0 ? "unknown" : "split") : t("proposed", { value: words.value(def, proposal.value) })}</p>
      {proposal.isWide ? <p>{t("wide")}</p> : null}
      {proposal.low !== null && proposal.high !== null ? (
        <p>{t("band", { low: words.about(def, proposal.low), high: words.about(def, proposal.high) })}</p>
      ) : null}
    </div>
  );
}
