"use client";

import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useSupersede } from "@/lib/client/decision/desk-mutations";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import type { RelatedRecord } from "@/lib/domain/decision/desk";
import classes from "./desk.module.css";

/** Says that this decision replaces another one of yours, all of it or a part. Takes effect when this one is accepted. */
export function SupersedeForm({ worksheetId, taken }: { worksheetId: string; taken: readonly RelatedRecord[] }) {
  const t = useTranslations("decision.life");
  const { data } = useQuery(worksheetQueries.recent());
  const supersede = useSupersede(worksheetId);
  const [replaces, setReplaces] = useState("");
  const [isPartial, setIsPartial] = useState(false);
  const others = (data?.worksheets ?? []).filter(
    (one) =>
      one.worksheetId !== worksheetId &&
      one.role === "facilitator" &&
      (one.adr.status === "accepted" || one.adr.status === "deprecated") &&
      !taken.some((link) => link.worksheetId === one.worksheetId),
  );
  if (others.length === 0) return null;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (replaces !== "") supersede.mutate({ replaces, isPartial, note: "" }, { onSuccess: () => setReplaces("") });
      }}
    >
      <NativeSelect
        label={t("replaces")}
        description={t("replacesHint")}
        value={replaces}
        data={[{ value: "", label: t("none") }, ...others.map((one) => ({ value: one.worksheetId, label: one.title }))]}
        onChange={(event) => setReplaces(event.currentTarget.value)}
      />
      <Checkbox label={t("partial")} checked={isPartial} onChange={(event) => setIsPartial(event.currentTarget.checked)} />
      <div className={classes.row}>
        <Button type="submit" variant="default" disabled={replaces === ""}>
          {t("link")}
        </Button>
      </div>
      <ErrorNote error={supersede.error} />
    </form>
  );
}
