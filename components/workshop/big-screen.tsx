"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { useImpact } from "@/components/differences/use-arranged";
import { ErrorNote } from "@/components/ui/error-note";
import { QrCode } from "@/components/ui/qr-code";
import { useMakeJoinCode } from "@/lib/client/share/mutations";
import { useLiveWorksheet } from "@/lib/client/worksheet/use-live-worksheet";
import { screenQueries } from "@/lib/client/workshop/screen-query";
import { summariseWorksheet } from "@/lib/domain/disagreement/worksheet-summary";
import { placeOf, READING } from "@/lib/domain/workshop/pointer";
import type { ScreenView } from "@/lib/domain/workshop/screen";
import { routes } from "@/lib/routes";
import classes from "./big-screen.module.css";
import { Countdown } from "./countdown";
import { ScreenTopic } from "./screen-topic";

type Props = { id: string; canMakeCode: boolean };

/** For the projector: who is ready, the time, where the team is, what is talked about. Nothing of whoever opened it. */
export function BigScreen({ id, canMakeCode }: Props) {
  const t = useTranslations();
  useLiveWorksheet(id);
  const { data } = useSuspenseQuery(screenQueries.detail(id));
  const { worksheet, workshop } = data;
  const { pointer, timer } = workshop;
  return (
    <main id="main" className={classes.page}>
      <header className={classes.head}>
        <h1>{worksheet.title}</h1>
        <p className={classes.now}>
          {pointer ? t("converge.screen.now", { screen: t(`workshop.bar.screens.${pointer.screen}`) }) : null}
          {timer ? (
            <b>
              <Countdown timer={timer} offsetMs={data.offsetMs} />
            </b>
          ) : null}
        </p>
      </header>
      <div className={classes.body}>
        <div>
          <Finding view={data} />
          <ScreenTopic view={data} />
        </div>
        <aside className={classes.aside}>
          <People view={data} />
          <JoinPart id={id} canMakeCode={canMakeCode} lead={workshop.lead?.name ?? ""} />
        </aside>
      </div>
    </main>
  );
}

function Finding({ view: { worksheet, workshop } }: { view: ScreenView }) {
  const t = useTranslations("converge.screen");
  const summary = useMemo(() => summariseWorksheet(worksheet), [worksheet]);
  // Two answers stand side by side, without counts of what they do.
  const { impact } = useImpact(worksheet, worksheet.isRevealed && summary.size === "team");
  if (workshop.pointer && placeOf(workshop.pointer) === READING) return <p className={classes.find}>{t("reading")}</p>;
  if (!worksheet.isRevealed) return <p className={classes.find}>{t("hidden", { name: workshop.lead?.name ?? "" })}</p>;
  const { agreed, compared, differ } = summary;
  if (compared === 0) return null;
  const changing = impact?.fields.filter(({ bucket }) => bucket === "changes").length;
  return (
    <p className={classes.find}>
      {t("agree", { agreed, compared })}{" "}
      {differ > 0 && changing !== undefined && t.rich("impact", { differ, changing, b: (chunks) => <b>{chunks}</b> })}
    </p>
  );
}

function People({ view: { worksheet, workshop } }: { view: ScreenView }) {
  const t = useTranslations("converge.screen");
  const counting = worksheet.members.filter((member) => member.role === "facilitator" || member.role === "member");
  const screen = workshop.pointer?.screen;
  const isReady = (member: (typeof counting)[number]) =>
    member.ready.some((question) => question === screen) || workshop.ready.includes(member.id) || member.ready.length === 5;
  const ready = counting.filter(isReady);
  return (
    <section>
      <h2>{t("people", { here: counting.filter((member) => member.isHere).length, ready: ready.length })}</h2>
      <ul className={classes.people}>
        {counting.map((member) => (
          <li key={member.id} data-away={!member.isHere || undefined}>
            {isReady(member) ? <span aria-hidden>✓ </span> : null}
            {member.name}
            {isReady(member) ? <span className="visually-hidden"> ({t("ready")})</span> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A code is shown the moment it is made and known to nobody afterwards, so it is made here, where it is shown. */
function JoinPart({ id, canMakeCode, lead }: { id: string; canMakeCode: boolean; lead: string }) {
  const t = useTranslations();
  const format = useFormatter();
  const make = useMakeJoinCode(id);
  if (!make.data) {
    return canMakeCode ? (
      <section>
        <Button size="lg" variant="default" loading={make.isPending} onClick={() => make.mutate()}>
          {t("converge.screen.makeCode")}
        </Button>
        <ErrorNote error={make.error} />
      </section>
    ) : (
      <p className="quiet">{t("converge.screen.noCode", { name: lead })}</p>
    );
  }
  const address = `${window.location.origin}${routes.join()}`;
  const time = format.dateTime(new Date(make.data.expiresAt), {
    timeStyle: "short",
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return (
    <section className={classes.join}>
      <h2>{t("converge.screen.join")}</h2>
      <p className={classes.code}>{make.data.code}</p>
      <p>{t("converge.screen.at", { address })}</p>
      <QrCode text={`${address}#${make.data.code}`} what={t("converge.screen.join")} />
      <p className="small">{t("share.codeUntil", { time })}</p>
    </section>
  );
}
