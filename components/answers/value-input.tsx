"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import type { FieldDef } from "@/lib/domain/answers/fields";
import type { FieldAnswer } from "@/lib/domain/answers/own-answers";
import { AmountInput } from "./amount-input";
import { ChoiceInput, MultiInput } from "./choice-input";
import classes from "./control.module.css";
import type { ExperienceFamilies } from "./experience-input";
import options from "./option.module.css";

// Text is asked for in the framing and folded away in one question, so most pages need none of these.
const DateInput = dynamic(() => import("./text-inputs").then((module) => module.DateInput));
const LinesInput = dynamic(() => import("./text-inputs").then((module) => module.LinesInput));
const WordInput = dynamic(() => import("./text-inputs").then((module) => module.WordInput));
const WordsInput = dynamic(() => import("./words-input").then((module) => module.WordsInput));
// One field of one question is a table of thirty systems; the other questions need not carry it.
const ExperienceInput = dynamic(() => import("./experience-input").then((module) => module.ExperienceInput));

export type AnswerValue = FieldAnswer["value"];

/** What every control of an answer takes. `id` is the control's own; groups are named by `aria-labelledby`. */
export type ControlProps = {
  field: FieldDef;
  id: string;
  value: AnswerValue;
  /** Text that was typed and is no value; shown again as it was. */
  draft?: string | null;
  /** `draft` is null with a value or a blank, else the text that is no value yet; the value is then null. */
  onChange: (value: AnswerValue, draft: string | null) => void;
  onBlur?: () => void;
  disabled?: boolean;
  "aria-labelledby"?: string;
  "aria-describedby"?: string;
};

type Props = ControlProps & {
  /** "I don't know" as one more option of equal rank; left out where nobody may answer so. */
  unknown?: { isUnknown: boolean; onChange: (isUnknown: boolean) => void };
  /** In a grid the unit is the placeholder and stands nowhere else. */
  isCell?: boolean;
  /** Rows of the experience grid, from the catalogue by way of the page. */
  families?: ExperienceFamilies;
};

/** The control for one answer field, whatever its type. Never starts with a value, never shows an example. */
export function ValueInput({ unknown, isCell = false, families = [], ...control }: Props) {
  const t = useTranslations("answers");
  const { field, id, disabled } = control;
  switch (field.type) {
    case "choice":
    case "ordinal":
      return <ChoiceInput {...control} unknown={unknown} />;
    case "multi":
      return <MultiInput {...control} unknown={unknown} />;
    default:
      return (
        <div className={field.type === "number" && !isCell ? classes.beside : classes.above}>
          {inputOf()}
          {unknown && (
            <label className={`${options.chip} ${options.unknown}`}>
              <input
                ref={takeUpEarly}
                type="checkbox"
                className={options.native}
                id={`${id}-unknown`}
                checked={unknown.isUnknown}
                disabled={disabled}
                onChange={(event) => unknown.onChange(event.target.checked)}
              />
              <span className={options.mark} aria-hidden="true" />
              {t("dontKnow")}
            </label>
          )}
        </div>
      );
  }

  function inputOf() {
    switch (field.type) {
      case "number":
        return <AmountInput {...control} isCell={isCell} />;
      case "lines":
        return <LinesInput {...control} />;
      case "words":
        return <WordsInput {...control} />;
      case "date":
        return <DateInput {...control} />;
      case "experience":
        return <ExperienceInput {...control} families={families} />;
      default:
        return <WordInput {...control} />;
    }
  }
}
