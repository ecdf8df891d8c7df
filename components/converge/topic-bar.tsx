"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { TOPIC_MINUTES } from "@/lib/domain/workshop/agendas";
import type { TopicView } from "@/lib/domain/workshop/schema";
import classes from "./converge.module.css";

type Props = {
  worksheetId: string;
  field: string;
  kind: string;
  isSettled: boolean;
  isFacilitator: boolean;
  /** The id of the topic's name, so that each of many equal buttons says what it is about. */
  about: string;
};

/** Where one difference stands (not yet, now, talked, parked, to verify, settled) and for the facilitator the next step. */
export function TopicBar({ worksheetId, field, kind, isSettled, isFacilitator, about }: Props) {
  const t = useTranslations("converge.topic");
  const workshop = useWorkshop(worksheetId);
  const act = useWorkshopAct(worksheetId);
  const [asking, setAsking] = useState<"parked" | "verify" | null>(null);
  if (!workshop) return null;
  const topic = workshop.topics.find((one) => one.field === field);
  const owed = kind === "fact" ? "verify" : "parked";
  const isNow = workshop.pointer?.screen === "differences" && workshop.pointer.topic === field;
  const mark = (body: Record<string, unknown>) => act.mutate({ path: `topics/${field}`, body }, { onSuccess: () => setAsking(null) });
  const talk = async () => {
    await act.mutateAsync({ path: "pointer", body: { screen: "differences", topic: field } });
    await act.mutateAsync({ path: "timer", body: { action: "start", seconds: TOPIC_MINUTES * 60, topic: field } });
  };
  return (
    <div className={classes.bar} data-testid={`topic-${field}`}>
      <TopicState topic={topic} isNow={isNow} isSettled={isSettled} />
      {isFacilitator && !isNow ? (
        <Button
          size="xs"
          variant="default"
          aria-describedby={about}
          disabled={act.isPending}
          onClick={() => void talk().catch(() => undefined)}
        >
          {t("talk")}
        </Button>
      ) : null}
      {isFacilitator && !topic ? (
        <>
          <Button size="xs" variant="subtle" aria-describedby={about} disabled={act.isPending} onClick={() => mark({ state: "talked" })}>
            {t("markTalked")}
          </Button>
          <Button
            size="xs"
            variant="subtle"
            aria-describedby={about}
            aria-expanded={asking !== null}
            onClick={() => setAsking(asking ? null : owed)}
          >
            {t(kind === "fact" ? "find" : "park")}
          </Button>
        </>
      ) : null}
      {isFacilitator && topic ? (
        <Button size="xs" variant="subtle" aria-describedby={about} disabled={act.isPending} onClick={() => mark({ state: null })}>
          {t("reopen")}
        </Button>
      ) : null}
      {asking ? <OwnerForm onSave={(owner, dueOn) => mark({ state: asking, owner, dueOn })} /> : null}
      <ErrorNote error={act.error} />
    </div>
  );
}

function TopicState({ topic, isNow, isSettled }: { topic: TopicView | undefined; isNow: boolean; isSettled: boolean }) {
  const t = useTranslations("converge.topic");
  const format = useFormatter();
  const parts: [string, string][] = [];
  if (isNow) parts.push(["now", t("talking")]);
  if (isSettled) parts.push(["settled", t("settled")]);
  if (topic && topic.state !== "talked" && topic.owner && topic.dueOn) {
    const date = format.dateTime(new Date(`${topic.dueOn}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
    parts.push([topic.state, t(topic.state, { owner: topic.owner, date })]);
  }
  if (topic?.state === "talked" && !isSettled) parts.push(["talked", t("talked")]);
  if (parts.length === 0) parts.push(["none", t("notYet")]);
  return (
    <>
      {parts.map(([state, words]) => (
        <span key={state} className={classes.state} data-state={state}>
          {words}
        </span>
      ))}
    </>
  );
}

function OwnerForm({ onSave }: { onSave: (owner: string, dueOn: string) => void }) {
  const t = useTranslations("converge.topic");
  const [owner, setOwner] = useState("");
  const [due, setDue] = useState("");
  const [isMissing, setIsMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isComplete = owner.trim() !== "" && due !== "";
    setIsMissing(!isComplete);
    if (isComplete) onSave(owner, due);
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput
        label={t("owner")}
        value={owner}
        onChange={(event) => setOwner(event.currentTarget.value)}
        error={isMissing && t("missing")}
      />
      <TextInput label={t("due")} type="date" value={due} onChange={(event) => setDue(event.currentTarget.value)} />
      <Button type="submit" variant="default">
        {t("save")}
      </Button>
    </form>
  );
}
