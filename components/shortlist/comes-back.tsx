"use client";

import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import type { Candidate, ComeBackPair, ComeBackSet } from "@/lib/domain/engine/schema";
import classes from "./funnel.module.css";
import { useShortlist } from "./shortlist-context";

const PAIRS_SHOWN = 2;

/** The single answers that would bring a candidate back, by question; pairs where no single one does. */
export function ComesBack({ candidate }: { candidate: Candidate }) {
  const t = useTranslations("shortlist.funnel");
  const { words } = useShortlist();
  const cites = (changes: readonly (ComeBackPair | ComeBackSet)["changes"][number][]) =>
    changes.map(({ field, to }) => words.cite(field, to)).join(" + ");
  const { comesBackIfBoth = [], comesBackIfAll = [] } = candidate;
  const together = comesBackIfBoth.length > 0 ? comesBackIfBoth : comesBackIfAll;
  const fields = [...new Set(candidate.comesBackIf.map((back) => back.field))];
  if (fields.length === 0 && together.length > 0) {
    return (
      <p className={classes.back}>
        <span className="small">{t(comesBackIfBoth.length > 0 ? "comesBackBoth" : "comesBackAll")}</span>
        {together.slice(0, PAIRS_SHOWN).map(({ changes }) => (
          <Chip key={JSON.stringify(changes)} soft>
            {cites(changes)}
          </Chip>
        ))}
      </p>
    );
  }
  const isOut = candidate.status === "eliminated" || candidate.status === "near-miss";
  if (fields.length === 0 && isOut && candidate.override === null) return <p className="small">{t("cannot")}</p>;
  return fields.map((field) => (
    <p key={field} className={classes.back}>
      <span className="small">{t("comesBack", { field: words.field(field) })}</span>
      {candidate.comesBackIf
        .filter((back) => back.field === field)
        .map((back) => (
          <Chip key={JSON.stringify(back.to)} soft>
            {words.value(field, back.to)}
          </Chip>
        ))}
      {candidate.status === "near-miss" && <Chip>{t("near")}</Chip>}
    </p>
  ));
}
