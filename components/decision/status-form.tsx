"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useSetStatus } from "@/lib/client/decision/desk-mutations";
import type { LifeStatus } from "@/lib/domain/record/life-cycle";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./desk.module.css";

/** Calls an accepted decision deprecated, or accepted again; both need a sentence. */
export function StatusForm({ worksheetId, next }: { worksheetId: string; next: LifeStatus }) {
  const t = useTranslations("decision.life");
  const set = useSetStatus(worksheetId);
  const [reason, setReason] = useState("");
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== "") set.mutate({ status: next, reason: reason.trim() }, { onSuccess: () => setReason("") });
      }}
    >
      <TextInput
        label={t(`why.${next}`)}
        value={reason}
        maxLength={TEXT_LIMITS.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t(`set.${next}`)}
      </Button>
      <ErrorNote error={set.error} />
    </form>
  );
}
