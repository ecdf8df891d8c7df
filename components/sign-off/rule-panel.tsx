"use client";

import { Button, Checkbox, NumberInput, Radio, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import { useMoveDeadline, useSetRule } from "@/lib/client/sign-off/mutations";
import type { SignOffRule } from "@/lib/domain/sign-off/rule";
import type { SignOffView } from "@/lib/domain/sign-off/schema";
import type { RevisionView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { fromLocalInput, toLocalInput } from "./local-time";
import { RefusalNote } from "./refusal-note";
import classes from "./sign-off.module.css";

type Props = { view: WorksheetView; setUp: SignOffView; revision: RevisionView | null };

/** Whose yes it takes, in which order and until when. While a revision stands only its deadline moves. */
export function RulePanel({ view, setUp, revision }: Props) {
  const t = useTranslations("sign.rule");
  const isStanding = revision?.status === "proposed";
  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>{t("heading")}</h2>
      {isStanding ? (
        <Deadline key={setUp.rule.deadline} worksheetId={view.id} n={revision.n} deadline={setUp.rule.deadline} />
      ) : (
        <RuleForm key={JSON.stringify(setUp.rule)} worksheetId={view.id} rule={setUp.rule} approvers={setUp.approvers.length} />
      )}
    </section>
  );
}

function RuleForm({ worksheetId, rule, approvers }: { worksheetId: string; rule: SignOffRule; approvers: number }) {
  const t = useTranslations("sign.rule");
  const set = useSetRule(worksheetId);
  const [draft, setDraft] = useState(rule);
  const isChanged = JSON.stringify(draft) !== JSON.stringify(rule);
  return (
    <div className={classes.fields}>
      <Radio.Group
        aria-label={t("heading")}
        value={draft.required === null ? "all" : "some"}
        onChange={(value) => setDraft({ ...draft, required: value === "all" ? null : Math.max(1, approvers - 1) })}
      >
        <div className={classes.stack}>
          <Radio value="all" label={t("all")} />
          <Radio value="some" label={t("some")} />
        </div>
      </Radio.Group>
      {draft.required !== null && (
        <NumberInput
          label={t("required")}
          min={1}
          max={50}
          allowDecimal={false}
          value={draft.required}
          onChange={(value) => setDraft({ ...draft, required: Math.min(50, Math.max(1, Number(value) || 1)) })}
        />
      )}
      <Checkbox
        label={t("inOrder")}
        checked={draft.inOrder}
        onChange={(event) => setDraft({ ...draft, inOrder: event.currentTarget.checked })}
      />
      <TextInput
        type="datetime-local"
        label={t("deadline")}
        value={toLocalInput(draft.deadline)}
        onChange={(event) => setDraft({ ...draft, deadline: fromLocalInput(event.currentTarget.value) })}
      />
      <div className={classes.row}>
        <Button
          variant="default"
          disabled={!isChanged}
          loading={set.isPending}
          onClick={() => set.mutate(draft, { onSuccess: () => announce(t("saved")) })}
        >
          {t("save")}
        </Button>
        <span className="tiny">{t("note")}</span>
      </div>
      <RefusalNote error={set.error} />
    </div>
  );
}

function Deadline({ worksheetId, n, deadline }: { worksheetId: string; n: number; deadline: string | null }) {
  const t = useTranslations("sign.rule");
  const move = useMoveDeadline(worksheetId);
  const [text, setText] = useState(toLocalInput(deadline));
  return (
    <div className={classes.fields}>
      <TextInput type="datetime-local" label={t("deadline")} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={classes.row}>
        <Button
          variant="default"
          disabled={text === toLocalInput(deadline)}
          loading={move.isPending}
          onClick={() => move.mutate({ n, deadline: fromLocalInput(text) }, { onSuccess: () => announce(t("saved")) })}
        >
          {t("moveDeadline")}
        </Button>
      </div>
      <RefusalNote error={move.error} />
    </div>
  );
}
