"use client";

import { Button, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useGiveGutCheck } from "@/lib/client/shortlist/mutations";
import type { CustomView } from "@/lib/domain/candidates/schema";
import type { ExperienceFamily } from "@/lib/domain/catalogue/catalogue";
import classes from "./shortlist.module.css";

type Props = { worksheetId: string; custom: readonly CustomView[]; families: readonly ExperienceFamily[] };

/** Asked once, before the list is seen: a guess given afterwards would be a guess about what the list says. */
export function GutGate({ worksheetId, custom, families }: Props) {
  const t = useTranslations("candidates.gut");
  const [pick, setPick] = useState<string | null>(null);
  const give = useGiveGutCheck(worksheetId);
  const options = [...custom.map(({ system }) => system), ...families].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <section className={classes.gate}>
      <h1 className="find">{t("question")}</h1>
      <p className="quiet">{t("why")}</p>
      <Select
        label={t("label")}
        placeholder={t("placeholder")}
        data={options}
        value={pick}
        onChange={setPick}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("clear") }}
        nothingFoundMessage={t("nothing")}
        comboboxProps={{ keepMounted: false }}
      />
      <ErrorNote error={give.error} />
      <div className={classes.row}>
        <Button disabled={pick === null} loading={give.isPending && give.variables !== null} onClick={() => give.mutate(pick)}>
          {t("keep")}
        </Button>
        <Button variant="default" loading={give.isPending && give.variables === null} onClick={() => give.mutate(null)}>
          {t("skip")}
        </Button>
      </div>
    </section>
  );
}
