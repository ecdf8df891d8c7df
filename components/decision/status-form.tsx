"use client";

import { Button, TextInput } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useSetStatus } from "@/lib/client/decision/desk-mutations";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import type { LifeStatus } from "@/lib/domain/record/life-cycle";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./desk.module.css";

/** Calls an accepted decision deprecated, or accepted again; both need a sentence. */
export function StatusForm({ worksheetId, next }: { worksheetId: string; next: LifeStatus }) {
  const t = useTranslations("decision.life");
  const set = useSetStatus(worksheetId);
  const { typed, type, forgetAfter } = useUnsent({ worksheetId, form: `status/${next}`, empty: { reason: "" } });
  const { reason } = typed;
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") forgetAfter(set.mutateAsync({ status: next, reason: reason.trim() }));
      }}
    >
      <TextInput
        label={t(`why.${next}`)}
        value={reason}
        maxLength={TEXT_LIMITS.reason}
        onChange={(event) => type({ reason: event.currentTarget.value })}
      />
      <Button type="submit" variant="default">
        {t(`set.${next}`)}
      </Button>
      <ErrorNote error={set.error} />
    </form>
  );
}
