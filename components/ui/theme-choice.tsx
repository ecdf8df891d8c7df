"use client";

import { useMantineColorScheme } from "@mantine/core";
import { useTranslations } from "use-intl";
import classes from "./theme-choice.module.css";

const CHOICES = ["auto", "light", "dark"] as const;

export function ThemeChoice() {
  const t = useTranslations("common.theme");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <fieldset className={classes.set}>
      <legend className={classes.legend}>{t("label")}</legend>
      <div className={classes.choices}>
        {CHOICES.map((choice) => (
          <button
            key={choice}
            type="button"
            className={classes.choice}
            aria-pressed={colorScheme === choice}
            onClick={() => setColorScheme(choice)}
          >
            {t(choice)}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
