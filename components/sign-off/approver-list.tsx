"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { ErrorNote } from "@/components/ui/error-note";
import { useOrderApprovers, useRemoveApprover, useRenewApproverLink } from "@/lib/client/sign-off/mutations";
import type { ApproverLine, SignState } from "@/lib/client/sign-off/sign-state";
import type { SignOffView } from "@/lib/domain/sign-off/schema";
import type { RevisionView, WorksheetView } from "@/lib/domain/worksheet/schema";
import { MailLine } from "./mail-line";
import { PersonalLink } from "./personal-link";
import classes from "./sign-off.module.css";
import { SpokenYes } from "./spoken-yes";

type Props = { view: WorksheetView; state: SignState; setUp: SignOffView | undefined };

export function ApproverList({ view, state, setUp }: Props) {
  const t = useTranslations("sign.approvers");
  const total = state.lines.length;
  const done = total - state.waiting.length;
  return (
    <section>
      <h2 className={classes.heading}>{t("heading")}</h2>
      {total === 0 ? <p className="small">{t("empty")}</p> : <RuleWords rule={setUp?.rule} />}
      {state.revision !== null && total > 0 && (
        <p className="small">
          {t("progress", { done, total })}
          <progress className={classes.progress} value={done} max={total} aria-label={t("progress", { done, total })} />
        </p>
      )}
      {state.lines.length > 0 && (
        <ul className={classes.lines}>
          {state.lines.map((line) => (
            <ApproverItem key={line.approver.id} view={view} state={state} setUp={setUp} line={line} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RuleWords({ rule }: { rule: SignOffView["rule"] | undefined }) {
  const t = useTranslations("sign.approvers");
  const format = useFormatter();
  if (rule === undefined) return <p className="small">…</p>;
  const { required, inOrder, deadline } = rule;
  return (
    <p className="small">
      {required === null ? t("rule") : t("ruleOf", { n: required })} {inOrder && t("inOrder")}{" "}
      {deadline !== null && t("by", { at: format.dateTime(new Date(deadline), { dateStyle: "long", timeStyle: "short" }) })}
    </p>
  );
}

function ApproverItem({ view, state, setUp, line }: Props & { line: ApproverLine }) {
  const t = useTranslations("sign");
  const { approver, approval, isStale } = line;
  const isFacilitator = view.you.role === "facilitator";
  const asked = setUp?.approvers.find(({ id }) => id === approver.id);
  const hasToAnswer = approval === null || isStale;
  const isOpen = state.revision?.status === "proposed" && hasToAnswer && asked?.isTurn !== false;
  return (
    <li className={classes.line}>
      <span className={classes.name}>{approver.name}</span> {approver.isYou && <span className="small">({t("approvers.you")})</span>}
      {asked?.delegatedBy && <span className="small">{t("approvers.delegatedBy", { name: asked.delegatedBy })}</span>}
      <StatusWords line={line} known={asked?.known ?? null} />
      {state.revision?.status === "proposed" && hasToAnswer && asked?.isTurn === false && setUp?.rule.inOrder && (
        <p className="tiny">{t("approvers.next")}</p>
      )}
      {approval !== null && approval.comment !== "" && <blockquote className={classes.quote}>{approval.comment}</blockquote>}
      {isFacilitator && isOpen && state.revision && (
        <Actions view={view} line={line} revision={state.revision} asked={setUp?.isMailOn ? asked : undefined} />
      )}
      {isFacilitator && state.revision === null && setUp?.rule.inOrder && <MoveApprover view={view} line={line} lines={state.lines} />}
      {isFacilitator && state.revision === null && <RemoveApprover worksheetId={view.id} line={line} />}
    </li>
  );
}

type Known = SignOffView["approvers"][number]["known"];

function StatusWords({ line: { approval, isStale }, known }: { line: ApproverLine; known: Known }) {
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
        <KnownBy known={known} />
      </p>
    </>
  );
}

/** What their identity rests on: where the link went, or how the passkey came to be. */
function KnownBy({ known }: { known: Known }) {
  const t = useTranslations("sign.known");
  const format = useFormatter();
  if (known?.mailedTo) return `, ${t("mailed", { to: known.mailedTo })}`;
  if (!known?.enrolment) return null;
  const { how, at, mailedTo } = known.enrolment;
  return `, ${t(`enrolled.${how}`, { at: format.dateTime(new Date(at), { dateStyle: "long" }), to: mailedTo ?? "" })}`;
}

type ActionProps = { view: WorksheetView; line: ApproverLine; revision: RevisionView; asked: SignOffView["approvers"][number] | undefined };

function Actions({ view, line, revision: { n, sha256 }, asked }: ActionProps) {
  const t = useTranslations("sign");
  const [isRecording, setRecording] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const renew = useRenewApproverLink(view.id);
  if (line.approver.isYou) return null;
  if (isRecording) return <SpokenYes worksheetId={view.id} line={line} n={n} sha256={sha256} onClose={() => setRecording(false)} />;
  return (
    <div className={classes.row}>
      {asked && <MailLine worksheetId={view.id} asked={asked} />}
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

function MoveApprover({ view, line, lines }: { view: WorksheetView; line: ApproverLine; lines: readonly ApproverLine[] }) {
  const t = useTranslations("sign.approvers.move");
  const order = useOrderApprovers(view.id);
  const ids = lines.map(({ approver }) => approver.id);
  const at = ids.indexOf(line.approver.id);
  const move = (by: -1 | 1) => order.mutate(ids.toSpliced(at, 1).toSpliced(at + by, 0, line.approver.id));
  const { name } = line.approver;
  return (
    <div className={classes.row}>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t("up", { name })}
        disabled={at === 0 || order.isPending}
        onClick={() => move(-1)}
      >
        ↑
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t("down", { name })}
        disabled={at === ids.length - 1 || order.isPending}
        onClick={() => move(1)}
      >
        ↓
      </Button>
      <ErrorNote error={order.error} />
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
