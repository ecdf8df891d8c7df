import { useFormatter, useTranslations } from "use-intl";
import type { DecisionRecord, RecordPosition } from "@/lib/domain/record/schema";
import classes from "./frozen-decision.module.css";

const SHOWN = 3;

/** The numbers that the team agreed on, widest spread first: the ones most likely to turn out differently. */
export function RecordAssumptions({ record }: { record: DecisionRecord }) {
  const t = useTranslations("sign.read");
  const numbers = record.positions.filter((position) => typeof position.value === "number").toSorted((a, b) => spread(b) - spread(a));
  if (numbers.length === 0) return <p className="muted">{t("noAssumptions")}</p>;
  return (
    <>
      <ul className={classes.list}>
        {numbers.slice(0, SHOWN).map((position) => (
          <Assumption key={position.field} position={position} />
        ))}
      </ul>
      {numbers.length > SHOWN && <p className="small">{t("assumptionsMore", { n: numbers.length - SHOWN })}</p>}
    </>
  );
}

function Assumption({ position }: { position: RecordPosition }) {
  const t = useTranslations("sign.read");
  const fields = useTranslations();
  const format = useFormatter();
  const key = `fields.${position.field}.label`;
  const field = fields.has(key) ? fields(key) : position.field;
  const number = (value: unknown) => (typeof value === "number" ? format.number(value) : "");
  const { low, high } = position;
  const values = { field, value: number(position.value), low: number(low), high: number(high) };
  return <li>{t(low === null || high === null ? "assumption" : "assumptionRange", values)}</li>;
}

function spread({ low, high }: RecordPosition): number {
  return low === null || high === null || low <= 0 ? 1 : high / low;
}
