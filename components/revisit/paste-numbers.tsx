"use client";

import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { type ParsedActuals, parseActuals } from "@/lib/domain/review/parse-actuals";
import { METRICS } from "@/lib/domain/review/schema";
import classes from "./revisit.module.css";

/** Lines from a sheet or a dashboard; those that cannot be read are named. */
export function PasteNumbers({ onTake }: { onTake: (parsed: ParsedActuals) => void }) {
  const t = useTranslations("revisit");
  const format = useFormatter();
  const [text, setText] = useState("");
  const [errors, setErrors] = useState<ParsedActuals["errors"]>([]);
  return (
    <details className={classes.paste}>
      <summary>{t("entry.paste")}</summary>
      <Textarea
        aria-label={t("entry.paste")}
        description={t("entry.pasteHint", { names: format.list(METRICS, { type: "unit" }) })}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={3}
        maxRows={10}
      />
      <div className={classes.row}>
        <Button
          variant="default"
          onClick={() => {
            const parsed = parseActuals(text);
            setErrors(parsed.errors);
            onTake(parsed);
          }}
        >
          {t("entry.take")}
        </Button>
      </div>
      <div role="alert">
        {errors.length > 0 && (
          <ul className={classes.errors}>
            {errors.map(({ line, code, found }) => (
              <li key={line}>{t(`pasted.${code}`, { line, found })}</li>
            ))}
          </ul>
        )}
      </div>
    </details>
  );
}
