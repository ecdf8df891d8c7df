"use client";

import { NativeSelect } from "@mantine/core";
import { useTranslations } from "use-intl";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { causeSchema } from "@/lib/domain/workshop/schema";

type Props = { worksheetId: string; field: string; memberId: string; isYou: boolean };

/** Why a second answer differs from the first: asked of its author, read by everybody. */
export function CauseChoice({ worksheetId, field, memberId, isYou }: Props) {
  const t = useTranslations("converge.cause");
  const workshop = useWorkshop(worksheetId);
  const act = useWorkshopAct(worksheetId);
  const cause = workshop?.causes.find((one) => one.memberId === memberId && one.field === field)?.cause;
  if (!workshop) return null;
  if (!isYou) return cause ? <span className="small"> · {t(`because.${cause}`)}</span> : null;
  return (
    <NativeSelect
      size="xs"
      label={t("label")}
      value={cause ?? ""}
      data={[{ value: "", label: t("choose") }, ...causeSchema.options.map((value) => ({ value, label: t(value) }))]}
      onChange={({ currentTarget: { value } }) => {
        if (value !== "") act.mutate({ path: "causes", body: { field, cause: value } });
      }}
    />
  );
}
