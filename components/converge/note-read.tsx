"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import type { WorksheetNote } from "@/lib/domain/disagreement/worksheet-summary";
import classes from "./converge.module.css";

type Props = {
  worksheetId: string;
  note: WorksheetNote;
  you: { memberId: string; role: string };
  nameOf: (memberId: string) => string /** The id of the note. */;
  about: string;
};

/** What one person knows counts as heard once somebody says that they read it; each for themself. */
export function NoteRead({ worksheetId, note, you, nameOf, about }: Props) {
  const t = useTranslations("converge.notes");
  const format = useFormatter();
  const workshop = useWorkshop(worksheetId);
  const act = useWorkshopAct(worksheetId);
  if (!workshop) return null;
  const readers = workshop.noteReads.filter((read) => read.noteMemberId === note.memberId && read.question === note.question);
  const isOwn = note.memberId === you.memberId;
  const hasRead = readers.some((read) => read.memberId === you.memberId);
  const mayRead = !isOwn && !hasRead && (you.role === "facilitator" || you.role === "member");
  return (
    <p className={`small ${classes.bar}`}>
      {readers.length > 0 ? <span>{t("readBy", { names: format.list(readers.map(({ memberId }) => nameOf(memberId))) })}</span> : null}
      {mayRead ? (
        <Button
          size="xs"
          variant="default"
          aria-describedby={about}
          loading={act.isPending}
          onClick={() => act.mutate({ path: "note-reads", body: { memberId: note.memberId, question: note.question } })}
        >
          {t("read")}
        </Button>
      ) : null}
    </p>
  );
}
