import type { UseFormRegisterReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { verdictSchema } from "@/lib/domain/worksheet/schema";
import classes from "./sign-off.module.css";

type Props = { field: UseFormRegisterReturn; legend: string; error: string | null };

/** The four words an approver has. Native radios: arrows and Tab work as everywhere. */
export function VerdictChoices({ field, legend, error }: Props) {
  const t = useTranslations("sign.verdict");
  return (
    <fieldset>
      <legend className={classes.heading}>{legend}</legend>
      <div className={classes.choices}>
        {verdictSchema.options.map((verdict) => (
          <label key={verdict} className={classes.choice}>
            <input type="radio" value={verdict} {...field} />
            <b>{t(verdict)}</b>
            <span>{t(`${verdict}Hint`)}</span>
          </label>
        ))}
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
