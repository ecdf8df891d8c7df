"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { LOCALES, type Locale } from "@/lib/domain/messages/locales";
import { LOCALE_COOKIE, LOCALE_NAMES } from "@/messages/locale";
import classes from "./theme-choice.module.css";

const YEAR_S = 31_536_000;

/** The language of the screens, for this browser. What the team records has its own. Each language is named in itself. */
export function LanguageChoice() {
  const t = useTranslations("common.language");
  const locale = useLocale();
  const router = useRouter();
  const [isChanging, startChange] = useTransition();
  const choose = (chosen: Locale) => {
    const secure = window.location.protocol === "https:" ? "; secure" : "";
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that people use.
    document.cookie = `${LOCALE_COOKIE}=${chosen}; path=/; max-age=${YEAR_S}; samesite=lax${secure}`;
    startChange(() => router.refresh());
  };
  return (
    <fieldset className={classes.set} aria-busy={isChanging}>
      <legend className={classes.legend}>{t("label")}</legend>
      <div className={classes.choices}>
        {LOCALES.map((choice) => (
          <button
            key={choice}
            type="button"
            lang={choice}
            className={classes.choice}
            aria-pressed={locale === choice}
            onClick={() => choose(choice)}
          >
            {LOCALE_NAMES[choice]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
