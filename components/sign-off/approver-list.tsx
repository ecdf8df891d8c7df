"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorNote } from "@/components/ui/error-note";
import { useRemoveApprover, useRenewApproverLink } from "@/lib/client/sign-off/mutations";
import type { ApproverLine, SignState } from "@/lib/client/sign-off/sign-state";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { PersonalLink } from "./personal-link";
import classes from "./sign-off.module.css";
import { SpokenYes } from "./spoken-yes";

type Props = { view: WorksheetView; state: SignState };

export function ApproverList({ view, state }: Props) {
  const t = useTranslations("sign.approvers");
  return (
    <section>
      <h2 className={classes.heading}>{t("heading")}</h2>
      <p className="small">{state.lines.length === 0 ? t("empty") : t("rule")}</p>
      {state.lines.length > 0 && (
        <ul className={classes.lines}>
          {state.lines.map((line) => (
            <ApproverItem key={line.approver.id} view={view} state={state} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ApproverItem({ view, state, line }: Props & { line: ApproverLine }) {
  const t = useTranslations("sign");
  const { approver, approval, isStale } = line;
  const isFacilitator = view.you.role === "facilitator";
  const isOpen = state.revision?.status === "proposed" && (approval === null || isStale);
  return (
    <li className={classes.line}>
      <span className={classes.name}>{approver.name}</span> {approver.isYou && <span className="small">({t("approvers.you")})</span>}
      <StatusWords line={line} />
      {approval !== null && approval.comment !== "" && <blockquote className={classes.quote}>{approval.comment}</blockquote>}
      {isFacilitator && isOpen && state.revision && <Actions view={view} line={line} n={state.revision.n} sha256={state.revision.sha256} />}
      {isFacilitator && state.revision === null && <RemoveApprover worksheetId={view.id} line={line} />}
    </li>
  );
}

function StatusWords({ line: { approval, isStale } }: { line: ApproverLine }) {
  const t = useTranslations("sign");
  const format = useFormatter();
  if (approval === null) {
    return (
      <p className={classes.status} data-status="waiting">
        <span aria-hidden>○</span> {t("status.waiting")}
      </p>
    );
  }
  const at = new Date(approval.at);
  const symbol = approval.verdict === "decline" ? "!" : "✓";
  return (
    <>
      <p className={classes.status} data-status={isStale ? "stale" : approval.verdict}>
        <span aria-hidden>{isStale ? "↻" : symbol}</span> {t(`status.${approval.verdict}`)}
      </p>
      {isStale && <p className="small">{t("status.stale")}</p>}
      <p className="tiny">
        {format.dateTime(at, { dateStyle: "long", timeStyle: "short" })}
        <br />
        {t("status.recorded", { level: approval.assurance, how: t(`how.${approval.how}`) })}
      </p>
    </>
  );
}

function Actions({ view, line, n, sha256 }: { view: WorksheetView; line: ApproverLine; n: number; sha256: string }) {
  const t = useTranslations("sign");
  const [isRecording, setRecording] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const renew = useRenewApproverLink(view.id);
  if (line.approver.isYou) return null;
  if (isRecording) return <SpokenYes worksheetId={view.id} line={line} n={n} sha256={sha256} onClose={() => setRecording(false)} />;
  return (
    <div className={classes.row}>
      <Button size="xs" variant="default" onClick={() => setRecording(true)}>
        {t("spoken.action")}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        loading={renew.isPending}
        onClick={() => renew.mutate(line.approver.id, { onSuccess: (made) => setLink(made.link) })}
      >
        {t("approvers.renew")}
      </Button>
      <span className="small">{t("approvers.remind", { name: line.approver.name })}</span>
      <CopyButton text={t("approvers.reminderText", { name: line.approver.name, n, title: view.title })} said={t("approvers.reminded")} />
      <ErrorNote error={renew.error} />
      {link !== null && <PersonalLink name={line.approver.name} link={link} onDone={() => setLink(null)} />}
    </div>
  );
}

function RemoveApprover({ worksheetId, line }: { worksheetId: string; line: ApproverLine }) {
  const t = useTranslations("sign.approvers");
  const remove = useRemoveApprover(worksheetId);
  return (
    <>
      <Button size="compact-xs" variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate(line.approver.id)}>
        {t("remove", { name: line.approver.name })}
      </Button>
      <ErrorNote error={remove.error} />
    </>
  );
}
