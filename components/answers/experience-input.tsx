"use client";

import { useTranslations } from "use-intl";
import { takeUpEarly } from "@/components/ui/early-input";
import classes from "./experience-input.module.css";
import controls from "./option.module.css";
import type { ControlProps } from "./value-input";

export type ExperienceFamilies = readonly { id: string; name: string }[];
type Level = "none" | "local" | "production";
const LEVELS: readonly Level[] = ["none", "local", "production"];

/** What somebody has run, one row for each family of systems, A to Z. An untouched row is a blank, not a "never". */
export function ExperienceInput({
  id,
  value,
  onChange,
  onBlur,
  disabled,
  families,
  ...aria
}: ControlProps & { families: ExperienceFamilies }) {
  const t = useTranslations();
  const levels = levelsOf(value);
  const rows = [...families, ...unlisted()];
  const isPartly = Object.keys(levels).length > 0 && rows.some((family) => levels[family.id] === undefined);
  return (
    <div>
      {/* A tab for every system is too many for who has little to say here. */}
      <a href={`#${id}-end`} className={`visually-hidden ${classes.skip}`}>
        {t("answers.experience.skip")}
      </a>
      <table className={classes.table} aria-labelledby={aria["aria-labelledby"]} aria-describedby={aria["aria-describedby"]}>
        <thead>
          <tr>
            <th scope="col">{t("answers.experience.family")}</th>
            {LEVELS.map((level) => (
              <th key={level} scope="col">
                {t(`fields.experience.${level}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((family) => (
            <tr key={family.id}>
              <th scope="row">{family.name}</th>
              {LEVELS.map((level) => (
                <td key={level}>
                  <label className={classes.hit}>
                    <input
                      ref={takeUpEarly}
                      type="radio"
                      className={controls.native}
                      name={`${id}-${family.id}`}
                      aria-label={t("answers.experienceOf", { name: family.name, level: t(`fields.experience.${level}`) })}
                      checked={levels[family.id] === level}
                      disabled={disabled}
                      onBlur={onBlur}
                      onChange={() => onChange({ ...levels, [family.id]: level }, null)}
                    />
                    <span className={controls.mark} aria-hidden="true" />
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <span id={`${id}-end`} tabIndex={-1} />
      {isPartly && !disabled && (
        <button type="button" className={classes.rest} onClick={setRestNever}>
          {t("answers.experience.restNever")}
        </button>
      )}
    </div>
  );

  /** Answers given through the API may name systems that the grid does not list. */
  function unlisted(): ExperienceFamilies {
    const listed = new Set(families.map((family) => family.id));
    return Object.keys(levels)
      .filter((key) => !listed.has(key))
      .map((key) => ({ id: key, name: key }));
  }

  function setRestNever() {
    onChange({ ...Object.fromEntries(rows.map((family) => [family.id, "none"])), ...levels }, null);
  }
}

function levelsOf(value: ControlProps["value"]): Record<string, Level> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
  return value as Record<string, Level>;
}
