"use client";

import { Select, Skeleton, TextInput } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorNote } from "@/components/ui/error-note";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { QUESTION_IDS } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { agendaOf, partOfPlace } from "@/lib/domain/workshop/agendas";
import { placeOf } from "@/lib/domain/workshop/pointer";
import { agendaIdSchema } from "@/lib/domain/workshop/schema";
import classes from "./workshop.module.css";

/** The plan of the session with its minutes, and until when answers are collected. A plan: nothing moves by itself. */
export function AgendaCard({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("workshop.agenda");
  const workshop = useWorkshop(worksheet.id);
  const act = useWorkshopAct(worksheet.id);
  if (!workshop) return <Skeleton height={360} />;
  const isFacilitator = worksheet.you.role === "facilitator";
  const set = (body: Record<string, unknown>) => act.mutate({ path: "workshop", body });
  const now = workshop.pointer ? partOfPlace(placeOf(workshop.pointer)) : null;
  return (
    <section className={classes.card} aria-labelledby="agenda-title">
      <h2 id="agenda-title" className={classes.title}>
        {t("title")}
      </h2>
      {isFacilitator ? (
        <Select
          label={t("choose")}
          data={agendaIdSchema.options.map((value) => ({ value, label: t(value) }))}
          value={workshop.agenda}
          allowDeselect={false}
          onChange={(agenda) => set({ agenda })}
        />
      ) : null}
      <ol className={classes.plan}>
        {agendaOf(workshop.agenda).map(({ part, minutes }) => (
          <li key={part} aria-current={part === now ? "step" : undefined}>
            <span>
              {t(`parts.${part}`)}
              {part === now ? <b> · {t("now")}</b> : null}
            </span>
            <span className="small num">{t("minutes", { minutes })}</span>
          </li>
        ))}
      </ol>
      {isFacilitator && workshop.agenda === "async" ? (
        <ClosingTime key={workshop.closesAt} closesAt={workshop.closesAt} onChange={(closesAt) => set({ closesAt })} />
      ) : null}
      {workshop.closesAt && !worksheet.isRevealed ? (
        <Closing worksheet={worksheet} closesAt={workshop.closesAt} lead={workshop.lead?.name ?? ""} offsetMs={workshop.offsetMs} />
      ) : null}
      <ErrorNote error={act.error} />
    </section>
  );
}

function ClosingTime({ closesAt, onChange }: { closesAt: string | null; onChange: (closesAt: string | null) => void }) {
  const t = useTranslations("workshop.agenda");
  return (
    <TextInput
      type="datetime-local"
      label={t("closesAt")}
      description={t("closesHint")}
      defaultValue={closesAt === null ? "" : localInput(new Date(closesAt))}
      onBlur={(event) => {
        const { value } = event.currentTarget;
        const next = value === "" ? null : new Date(value).toISOString();
        if (next !== closesAt) onChange(next);
      }}
    />
  );
}

function Closing({ worksheet, closesAt, lead, offsetMs }: { worksheet: WorksheetView; closesAt: string; lead: string; offsetMs: number }) {
  const t = useTranslations("workshop.agenda");
  const format = useFormatter();
  const when = format.dateTime(new Date(closesAt), { dateStyle: "medium", timeStyle: "short", timeZone: localZone() });
  const counting = worksheet.members.filter((member) => member.role === "facilitator" || member.role === "member");
  const done = counting.filter((member) => member.ready.length === QUESTION_IDS.length).length;
  const isOver = Date.now() + offsetMs >= Date.parse(closesAt);
  return (
    <p className="quiet">
      {t(isOver ? "closed" : "closes", { when, done, total: counting.length, name: lead })}{" "}
      {worksheet.you.role === "facilitator" && !isOver ? (
        <CopyButton text={t("reminder", { title: worksheet.title, when })} label={t("remind")} said={t("reminded")} />
      ) : null}
    </p>
  );
}

/** What a local date field takes: the local time without zone, to the minute. */
function localInput(date: Date): string {
  const pad = (part: number) => String(part).padStart(2, "0");
  const day = `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  return `${day}T${pad(date.getHours())}:${pad(date.getMinutes())}`;
}

const localZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
