import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import type { SectionField } from "@/lib/client/decision/use-decision-fields";
import { adrNumber } from "@/lib/client/sign-off/sign-state";
import { REQUIRED_SECTIONS, type WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./decision.module.css";

type Props = { view: WorksheetView; fields: readonly SectionField[] };

export function DecisionFinding({ view, fields }: Props) {
  const t = useTranslations("decision");
  const format = useFormatter();
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  const written = new Set(fields.filter((field) => field.text.trim() !== "").map((field) => field.section));
  const missing = REQUIRED_SECTIONS.filter((section) => !written.has(section));
  const standing = view.revisions.find((revision) => revision.status === "proposed" || revision.status === "accepted");

  return <h1 className={`find ${classes.find}`}>{words()}</h1>;

  function words() {
    const { status } = view.adr;
    if (status === "accepted" || status === "deprecated" || status === "superseded")
      return t.rich(`finding.${status}`, { b, number: `ADR-${adrNumber(view.adr.number ?? 1)}` });
    if (standing) return t.rich("finding.frozen", { b, n: standing.n });
    if (missing.length === 0) return t.rich("finding.complete", { b });
    if (missing.length === REQUIRED_SECTIONS.length) return t.rich("finding.empty", { b });
    const names = format.list(missing.map((section) => t(`section.${section}`)));
    const total = REQUIRED_SECTIONS.length;
    return t.rich("finding.partly", { b, done: total - missing.length, total, missing: names, left: missing.length });
  }
}
