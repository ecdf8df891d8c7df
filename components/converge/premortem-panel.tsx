"use client";

import { Button, Skeleton, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { TEXT_LIMITS } from "@/lib/domain/text";
import type { PremortemCardView } from "@/lib/domain/workshop/schema";
import classes from "./converge.module.css";

const SILENT_S = 180;

type Props = { worksheetId: string; role: string; facilitator: string };

/** "You regret this choice. What happened?" Written in silence, blind until all cards are shown, then sorted by hand. */
export function PremortemPanel({ worksheetId, role, facilitator }: Props) {
  const t = useTranslations("converge.premortem");
  const workshop = useWorkshop(worksheetId);
  const act = useWorkshopAct(worksheetId);
  if (!workshop) {
    return (
      <section className={classes.part} aria-labelledby="premortem-title">
        <h2 id="premortem-title">{t("title")}</h2>
        <p className="quiet">{t("lead")}</p>
        <Skeleton height={role === "facilitator" ? 36 : 20} width={200} />
      </section>
    );
  }
  const { premortem } = workshop;
  const isFacilitator = role === "facilitator";
  const start = async () => {
    await act.mutateAsync({ path: "premortem", body: { action: "start" } });
    await act.mutateAsync({ path: "pointer", body: { screen: "converge" } });
    await act.mutateAsync({ path: "timer", body: { action: "start", seconds: SILENT_S } });
  };
  return (
    <section className={classes.part} aria-labelledby="premortem-title">
      <h2 id="premortem-title">{t("title")}</h2>
      <p className="quiet">{t("lead")}</p>
      {premortem === null && isFacilitator ? (
        <Button loading={act.isPending} onClick={() => void start().catch(() => undefined)}>
          {t("start")}
        </Button>
      ) : null}
      {premortem === null && !isFacilitator ? <p className="small">{t("waiting", { name: facilitator })}</p> : null}
      {premortem && premortem.revealedAt === null ? (
        <>
          {role === "observer" ? null : <NewCard worksheetId={worksheetId} own={premortem.cards} />}
          {isFacilitator ? (
            <Button variant="default" loading={act.isPending} onClick={() => act.mutate({ path: "premortem", body: { action: "reveal" } })}>
              {t("reveal")}
            </Button>
          ) : null}
        </>
      ) : null}
      {premortem && premortem.revealedAt !== null ? (
        <Shown worksheetId={worksheetId} cards={premortem.cards} isFacilitator={isFacilitator} />
      ) : null}
      <ErrorNote error={act.error} />
    </section>
  );
}

function NewCard({ worksheetId, own }: { worksheetId: string; own: readonly PremortemCardView[] }) {
  const t = useTranslations("converge.premortem");
  const act = useWorkshopAct(worksheetId);
  const { typed, type, forgetAfter } = useUnsent({ worksheetId, form: "premortem", empty: { text: "" } });
  const { text } = typed;
  const field = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === "") return;
    forgetAfter(act.mutateAsync({ method: "POST", path: "premortem/cards", body: { text } }));
  };
  /** Back into the field; what stands there already stays, and the line with it. */
  const change = (card: PremortemCardView) => {
    field.current?.focus();
    if (text.trim() !== "") return;
    type({ text: card.text });
    act.mutate({ method: "DELETE", path: `premortem/cards/${card.id}` });
  };
  return (
    <div className={classes.stack}>
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          ref={field}
          label={t("line")}
          value={text}
          maxLength={TEXT_LIMITS.reason}
          onChange={(event) => type({ text: event.currentTarget.value })}
          style={{ flex: "1 1 16rem" }}
        />
        <Button type="submit" variant="default" loading={act.isPending}>
          {t("add")}
        </Button>
      </form>
      <ErrorNote error={act.error} />
      <p className="small" role="status">
        {t("mine", { n: own.length })}
      </p>
      <ul className={classes.items}>
        {own.map((card) => (
          <li key={card.id}>
            <q id={card.id}>{card.text}</q>{" "}
            <Button
              size="compact-xs"
              variant="subtle"
              aria-describedby={card.id}
              disabled={act.isPending || text.trim() !== ""}
              onClick={() => change(card)}
            >
              {t("change")}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Shown({
  worksheetId,
  cards,
  isFacilitator,
}: {
  worksheetId: string;
  cards: readonly PremortemCardView[];
  isFacilitator: boolean;
}) {
  const t = useTranslations("converge.premortem");
  const themes = [...new Set(cards.map((card) => card.theme))];
  return (
    <div className={classes.stack}>
      <p>
        <b>{t("revealed", { n: cards.length })}</b>
      </p>
      {themes.map((theme) => (
        <section key={theme} className={classes.group} aria-label={theme === "" ? t("noGroup") : theme}>
          {themes.length > 1 ? <h3>{theme === "" ? t("noGroup") : theme}</h3> : null}
          <ul className={classes.cards}>
            {cards
              .filter((card) => card.theme === theme)
              .map((card) => (
                <Card key={card.id} worksheetId={worksheetId} card={card} isFacilitator={isFacilitator} />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ worksheetId, card, isFacilitator }: { worksheetId: string; card: PremortemCardView; isFacilitator: boolean }) {
  const t = useTranslations("converge.premortem");
  const act = useWorkshopAct(worksheetId);
  const [theme, setTheme] = useState(card.theme);
  const { typed, type, forgetAfter } = useUnsent({ worksheetId, form: `dismissal/${card.id}`, empty: { reason: "" } });
  const { reason } = typed;
  const [isDismissing, setIsDismissing] = useState(false);
  const path = `premortem/cards/${card.id}`;
  const change = (body: Record<string, unknown>) => act.mutate({ path, body });
  const dismiss = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== "") forgetAfter(act.mutateAsync({ path, body: { outcome: "dismissed", reason } }));
  };
  return (
    <li className={classes.card}>
      <q id={card.id}>{card.text}</q>
      {card.outcome ? <p className="small">✓ {t(`done.${card.outcome}`, { reason: card.reason })}</p> : null}
      {isFacilitator ? (
        <>
          <TextInput
            size="xs"
            label={t("group")}
            value={theme}
            onChange={(event) => setTheme(event.currentTarget.value)}
            onBlur={() => theme !== card.theme && change({ theme })}
          />
          {card.outcome === null ? (
            <div className={classes.bar}>
              <Button
                size="xs"
                variant="default"
                aria-describedby={card.id}
                disabled={act.isPending}
                onClick={() => change({ outcome: "risk" })}
              >
                {t("risk")}
              </Button>
              <Button
                size="xs"
                variant="default"
                aria-describedby={card.id}
                disabled={act.isPending}
                onClick={() => change({ outcome: "reconsider" })}
              >
                {t("reconsider")}
              </Button>
              <Button
                size="xs"
                variant="subtle"
                aria-describedby={card.id}
                aria-expanded={isDismissing}
                onClick={() => setIsDismissing(!isDismissing)}
              >
                {t("dismiss")}
              </Button>
            </div>
          ) : null}
          {isDismissing && card.outcome === null ? (
            <form className={classes.form} onSubmit={dismiss}>
              <TextInput size="xs" label={t("why")} value={reason} onChange={(event) => type({ reason: event.currentTarget.value })} />
              <Button size="xs" type="submit" variant="default">
                {t("dismiss")}
              </Button>
            </form>
          ) : null}
          <ErrorNote error={act.error} />
        </>
      ) : null}
    </li>
  );
}
