"use client";

import { Button, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useMark, useUnmark } from "@/lib/client/decision/desk-mutations";
import { deskQueries } from "@/lib/client/decision/desk-queries";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import type { MarkView } from "@/lib/domain/decision/desk";
import { type Smell, smellsOf } from "@/lib/domain/decision/smells";
import { TEXT_LIMITS } from "@/lib/domain/text";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { SectionTexts } from "./decision-screen";
import classes from "./desk.module.css";
import { useChosen } from "./use-chosen";

type Props = { view: WorksheetView; texts: SectionTexts; canWrite: boolean };

/** What a reviewer would stop at. Each check can be put aside with a sentence, which is printed with the decision. */
export function SmellList({ view, texts, canWrite }: Props) {
  const t = useTranslations("decision.smells");
  const { evaluation, chosen } = useChosen(view.id, texts);
  const { data: desk } = useQuery(deskQueries.desk(view.id));
  const { data: costs } = useQuery(worksheetQueries.costs(view.id));
  const { data: system } = useQuery(deskQueries.lockIn(chosen));
  if (evaluation === undefined || desk === undefined) return null;
  const hosting = view.positions.find(({ field }) => field === "ops.hosting")?.value;
  const smells = smellsOf({
    answers: view.answers,
    evaluation,
    sections: texts,
    costs: costs ?? null,
    chosen,
    lockIn: system?.lock_in.total ?? null,
    hosting: typeof hosting === "string" ? hosting : null,
  });
  return (
    <section className={classes.part} aria-labelledby="smells-heading">
      <h2 id="smells-heading" className={classes.heading}>
        {t("heading")}
      </h2>
      <p className="small">{t(smells.length === 0 ? "none" : "hint")}</p>
      <ul className={classes.list}>
        {smells.map((smell) => (
          <SmellRow
            key={smell}
            worksheetId={view.id}
            smell={smell}
            aside={desk.marks.find((mark) => mark.kind === "smell" && mark.key === smell)}
            canWrite={canWrite}
          />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { worksheetId: string; smell: Smell; aside: MarkView | undefined; canWrite: boolean };

function SmellRow({ worksheetId, smell, aside, canWrite }: RowProps) {
  const t = useTranslations("decision.smells");
  const mark = useMark(worksheetId);
  const unmark = useUnmark(worksheetId);
  const [isOpen, setOpen] = useState(false);
  const { typed, type, forgetAfter } = useUnsent({ worksheetId, form: `smell/${smell}`, empty: { reason: "" } });
  const { reason } = typed;
  return (
    <li className={classes.item}>
      <span>
        {t(`check.${smell}`)}
        {aside && <span className={classes.done}>{t("aside", { name: aside.by, reason: aside.text })}</span>}
      </span>
      {canWrite && aside && (
        <Button size="compact-sm" variant="subtle" onClick={() => unmark.mutate({ kind: "smell", key: smell })}>
          {t("reopen")}
        </Button>
      )}
      {canWrite && !aside && !isOpen && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={t("putAsideOne", { check: t(`check.${smell}`) })}
          onClick={() => setOpen(true)}
        >
          {t("putAside")}
        </Button>
      )}
      {!aside && isOpen && (
        <form
          className={classes.inline}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim() === "") return;
            const kept = mark.mutateAsync({ kind: "smell", key: smell, text: reason.trim(), data: {} });
            forgetAfter(kept.then(() => setOpen(false)));
          }}
        >
          <TextInput
            label={t("reason")}
            value={reason}
            maxLength={TEXT_LIMITS.reason}
            onChange={(event) => type({ reason: event.currentTarget.value })}
          />
          <Button type="submit" variant="default">
            {t("save")}
          </Button>
        </form>
      )}
      <ErrorNote error={mark.error ?? unmark.error} />
    </li>
  );
}
