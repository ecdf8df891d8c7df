"use client";

import { useTranslations } from "use-intl";
import { Chip } from "@/components/ui/chip";
import type { Candidate } from "@/lib/domain/engine/schema";
import classes from "./funnel.module.css";
import { useShortlist } from "./shortlist-context";

/** The single answers that would bring a candidate back, by question. */
export function ComesBack({ candidate }: { candidate: Candidate }) {
  const t = useTranslations("shortlist.funnel");
  const { words } = useShortlist();
  const fields = [...new Set(candidate.comesBackIf.map((back) => back.field))];
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
