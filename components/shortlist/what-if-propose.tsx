"use client";

import { Button, Modal, Radio, Textarea } from "@mantine/core";
import Link from "next/link";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useSavePosition } from "@/lib/client/positions/mutations";
import type { WhatIfChange } from "@/lib/client/shortlist/what-if";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { findField } from "@/lib/domain/answers/fields";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { type Reached, reachedSchema } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import overrideClasses from "./override.module.css";
import { useShortlist } from "./shortlist-context";

type Props = { change: WhatIfChange; effect: string; onRecorded: () => void };

/** The one way out of the what-if: whoever leads records the answer as the team's, everybody else proposes it beside the question. */
export function WhatIfPropose({ change, effect, onRecorded }: Props) {
  const t = useTranslations("candidates.whatIf");
  const { view, words, canAct } = useShortlist();
  const [isOpen, setOpen] = useState(false);
  const act = useWorkshopAct(view.id);
  const { field, to } = change;
  // What the frame gives is changed on the frame, and an answer left open is nothing to agree on.
  if (!canAct || to === null || (findField(field)?.question ?? null) === null) return null;
  const label = words.field(field);
  if (view.you.role === "facilitator") {
    return (
      <>
        <Button size="xs" variant="default" aria-label={t("proposeName", { field: label })} onClick={() => setOpen(true)}>
          {t("propose")}
        </Button>
        {isOpen && <RecordDialog change={change} effect={effect} onRecorded={onRecorded} onClose={() => setOpen(false)} />}
      </>
    );
  }
  const text = t("proposal", { answer: words.cite(field, to), effect }).slice(0, TEXT_LIMITS.comment);
  if (act.isSuccess) {
    return (
      <p className="small" role="status">
        {t("proposed")} <Link href={routes.differences(view.id)}>{t("see")}</Link>
      </p>
    );
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t("proposeName", { field: label })}
        loading={act.isPending}
        onClick={() => act.mutate({ method: "POST", path: "comments", body: { subject: `field:${field}`, text } })}
      >
        {t("propose")}
      </Button>
      <ErrorNote error={act.error} />
    </>
  );
}

function RecordDialog({ change: { field, to }, effect, onRecorded, onClose }: Props & { onClose: () => void }) {
  const t = useTranslations("candidates.whatIf");
  const common = useTranslations("common");
  const { view, words } = useShortlist();
  const [reached, setReached] = useState<Reached | null>(null);
  const { typed, type, forgetAfter } = useUnsent({ worksheetId: view.id, form: `what-if/${field}`, empty: { reason: "" } });
  const { reason } = typed;
  const [isMissing, setMissing] = useState(false);
  const save = useSavePosition(view.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reached === null);
    if (reached === null) return;
    const baseVersion = view.positions.find((position) => position.field === field)?.version ?? 0;
    const saved = save.mutateAsync({ field, draft: { value: to, low: null, high: null, reached, reason, baseVersion } });
    const done = saved.then(() => {
      onRecorded();
      onClose();
    });
    forgetAfter(done);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("recordTitle", { field: words.field(field) })}
      closeButtonProps={{ "aria-label": common("close") }}
    >
      <form className={overrideClasses.form} onSubmit={submit} noValidate>
        <p>
          <b>{words.value(field, to)}</b>. <span className="quiet">{effect}</span>
        </p>
        <Radio.Group
          label={t("reached")}
          value={reached}
          onChange={(next) => setReached(reachedSchema.parse(next))}
          error={isMissing ? t("reachedMissing") : undefined}
        >
          {reachedSchema.options.map((option) => (
            <Radio key={option} value={option} label={t(`reachedOptions.${option}`)} mt={8} />
          ))}
        </Radio.Group>
        <Textarea
          label={t("reason")}
          value={reason}
          maxLength={TEXT_LIMITS.reason}
          autosize
          minRows={2}
          onChange={(event) => type({ reason: event.currentTarget.value })}
        />
        <ErrorNote error={save.error} />
        <div className={overrideClasses.buttons}>
          <Button type="submit" loading={save.isPending}>
            {t("recordDo")}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
