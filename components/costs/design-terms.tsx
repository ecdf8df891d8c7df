"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import type { CostRequest } from "@/lib/domain/costs/request-schema";
import type { CostReply } from "@/lib/domain/costs/schema";
import { termsOf } from "@/lib/domain/costs/terms";
import { useCostEditing } from "./cost-editing";
import { DesignTermRows } from "./design-term-rows";
import editor from "./editor.module.css";
import classes from "./price-panel.module.css";

type Props = { request: CostRequest; reply: CostReply; names: Record<string, string>; horizonMonths: number };

/** Free tier, commitment, upkeep, outages and ties of each design, folded under its name. */
export const DesignTerms = memo(function DesignTerms({ request, reply, names, horizonMonths }: Props) {
  const t = useTranslations("costsheet.terms");
  const { canEdit } = useCostEditing();
  if (!canEdit) return null;
  return (
    <section className={`${editor.section} no-print`}>
      <h2 className={classes.subheading}>{t("title")}</h2>
      {request.designs.map((design) => {
        const terms = termsOf(request, design.id);
        const total = reply.tco?.designs.find((entry) => entry.id === design.id && entry.horizonMonths === horizonMonths) ?? null;
        const notes = [
          ...(terms.freeTier ? [t("freeTierOn")] : []),
          ...(terms.commitment ? [t("committed", { share: terms.commitment.discountShare, months: terms.commitment.termMonths })] : []),
        ];
        return (
          <details key={design.id} className={classes.more}>
            <summary>
              {`${design.id} · ${names[design.id] ?? design.id}`}
              {notes.length > 0 && <span className={classes.source}>{notes.join(", ")}</span>}
            </summary>
            <DesignTermRows design={design} terms={terms} total={total} />
          </details>
        );
      })}
    </section>
  );
});
