"use client";

import { Button, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useOverride } from "@/lib/client/shortlist/mutations";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { TEXT_LIMITS } from "@/lib/domain/text";
import classes from "./override.module.css";
import { useShortlist } from "./shortlist-context";

type Props = { candidate: { id: string; name: string }; action: "restore" | "exclude" };

/** Puts a candidate back or aside; never without a reason, which stands beside it from then on. */
export function OverrideButton({ candidate, action }: Props) {
  const t = useTranslations("candidates.override");
  const { canAct, handwork } = useShortlist();
  const [isOpen, setOpen] = useState(false);
  if (!canAct || handwork.overrides.some((override) => override.candidate === candidate.id)) return null;
  return (
    <>
      <button
        type="button"
        className={`${classes.button} no-print`}
        aria-label={t(`${action}.name`, { name: candidate.name })}
        onClick={() => setOpen(true)}
      >
        {t(`${action}.button`)}
      </button>
      {isOpen && <OverrideDialog candidate={candidate} action={action} onClose={() => setOpen(false)} />}
    </>
  );
}

function OverrideDialog({ candidate, action, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations("candidates.override");
  const common = useTranslations("common");
  const { view } = useShortlist();
  const { typed, type, forgetAfter } = useUnsent({ worksheetId: view.id, form: `${action}/${candidate.id}`, empty: { reason: "" } });
  const { reason } = typed;
  const [isMissing, setMissing] = useState(false);
  const override = useOverride(view.id);
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isBlank = reason.trim() === "";
    setMissing(isBlank);
    if (!isBlank) forgetAfter(override.mutateAsync({ candidate: candidate.id, action, reason, baseVersion: 0 }).then(onClose));
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`${action}.title`, { name: candidate.name })}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <form className={classes.form} onSubmit={submit} noValidate>
        <p className="quiet">{t(`${action}.body`)}</p>
        <Textarea
          id={id}
          label={t("reason")}
          description={t("reasonHint", { name: view.you.name })}
          error={isMissing ? t("reasonMissing") : undefined}
          value={reason}
          maxLength={TEXT_LIMITS.reason}
          autosize
          minRows={2}
          data-autofocus
          onChange={(event) => type({ reason: event.currentTarget.value })}
        />
        <ErrorNote error={override.error} />
        <div className={classes.buttons}>
          <Button type="submit" loading={override.isPending}>
            {t(`${action}.do`)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
