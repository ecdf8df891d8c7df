"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { mayChoosePolicy } from "@/lib/domain/workshop/reveal-plan";
import { type RevealPolicy, revealPolicySchema } from "@/lib/domain/workshop/schema";

/** How answers become visible. Only what is still possible can be chosen. */
export function PolicyChoice({ worksheet, policy }: { worksheet: WorksheetView; policy: RevealPolicy }) {
  const t = useTranslations("workshop.policy");
  const act = useWorkshopAct(worksheet.id);
  const [isAsking, setIsAsking] = useState(false);
  const choose = (revealPolicy: string) => act.mutate({ path: "workshop", body: { revealPolicy } });
  const revealed = Object.values(worksheet.questions).filter(({ state }) => state === "revealed").length;
  const answering = worksheet.members.filter(({ role }) => role === "facilitator" || role === "member").length;
  const options = revealPolicySchema.options.filter((to) => to === policy || mayChoosePolicy({ to, revealed, answering }));
  return (
    <>
      <NativeSelect
        label={t("title")}
        description={policy === "open" ? t("openHint") : undefined}
        data={options.map((value) => ({ value, label: t(value) }))}
        value={policy}
        onChange={({ currentTarget: { value } }) => (value === "open" ? setIsAsking(true) : choose(value))}
      />
      {isAsking ? (
        <fieldset aria-label={t("open")}>
          <p className="small">{t("openHint")}</p>
          <Button size="xs" loading={act.isPending} onClick={() => choose("open")}>
            {t("openYes")}
          </Button>{" "}
          <Button size="xs" variant="default" onClick={() => setIsAsking(false)}>
            {t("openNo")}
          </Button>
        </fieldset>
      ) : null}
      <ErrorNote error={act.error} />
    </>
  );
}
