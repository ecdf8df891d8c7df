import { useTranslations } from "use-intl";
import type { SectionField } from "@/lib/client/decision/use-decision-fields";
import { type DecisionSection, REQUIRED_SECTIONS } from "@/lib/domain/worksheet/schema";
import classes from "./decision.module.css";

const required = new Set<DecisionSection>(REQUIRED_SECTIONS);

/** The parts with their marks: written, missing, or left out on purpose. Each is a link. */
export function Outline({ fields }: { fields: readonly SectionField[] }) {
  const t = useTranslations("decision");
  return (
    <nav aria-label={t("outline")}>
      <ol className={classes.outline}>
        {fields.map(({ section, text }) => {
          const isWritten = text.trim() !== "";
          const isMissing = !isWritten && required.has(section);
          return (
            <li key={section}>
              <a href={`#${section}`}>
                <span aria-hidden>{isWritten ? "✓" : "○"}</span> {t(`section.${section}`)}
                {isMissing && <span className="small"> · {t("missing")}</span>}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
