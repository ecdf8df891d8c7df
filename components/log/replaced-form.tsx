"use client";

import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useSetReplaced } from "@/lib/client/log/mutations";
import type { LogEntry, OwnDecision } from "@/lib/domain/log/schema";
import classes from "./line-forms.module.css";

type Props = { spaceId: string; entry: LogEntry; own: readonly OwnDecision[] };

/** Says which decision of this log replaces an imported record. It counts as replaced once that one is accepted. */
export function ReplacedForm({ spaceId, entry, own }: Props) {
  const t = useTranslations("log.replaced");
  const router = useRouter();
  const save = useSetReplaced(spaceId);
  const current = entry.replacedBy.find(({ worksheetId }) => worksheetId !== null);
  const [by, setBy] = useState(current?.id ?? "");
  const [isPartial, setIsPartial] = useState(current?.isPartial ?? false);
  // Its own file may name another imported record; that stands as it is.
  if (own.length === 0) return <p className="small">{t("none")}</p>;
  return (
    <form
      method="post"
      className={classes.replaced}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ entryId: entry.id, by: by === "" ? null : by, isPartial }, { onSuccess: () => router.refresh() });
      }}
    >
      <NativeSelect
        label={t("label")}
        description={t("hint")}
        value={by}
        data={[
          { value: "", label: t("nobody") },
          ...own.map(({ id, number, title }) => ({
            value: id,
            label: number === null ? title : t("numbered", { number: String(number).padStart(4, "0"), title }),
          })),
        ]}
        onChange={({ currentTarget }) => setBy(currentTarget.value)}
      />
      {by !== "" && (
        <Checkbox label={t("partial")} checked={isPartial} onChange={({ currentTarget }) => setIsPartial(currentTarget.checked)} />
      )}
      <div>
        <Button type="submit" variant="default" loading={save.isPending}>
          {t("save")}
        </Button>
      </div>
      {save.isSuccess && (
        <span className="small" role="status">
          {t("saved")}
        </span>
      )}
      <ErrorNote error={save.error} />
    </form>
  );
}
