import { useFormatter, useTranslations } from "use-intl";
import type { ApproverLine, SignState } from "@/lib/client/sign-off/sign-state";
import type { SignOffView } from "@/lib/domain/sign-off/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./sign-off.module.css";

type Props = { view: WorksheetView; state: SignState; you: ApproverLine | null; setUp: SignOffView | undefined };

/** The sentence on top: who is asked, or what is still to come. */
export function SignFinding({ view, state, you, setUp }: Props) {
  const t = useTranslations("sign.finding");
  const format = useFormatter();
  const rich = { b: (chunks: React.ReactNode) => <b>{chunks}</b> };
  const names = format.list(state.waiting.map((line) => line.approver.name));
  const n = state.revision?.n ?? state.nextRevision;

  const done = state.lines.length - state.waiting.length;
  const delegate = setUp?.you.delegate ?? "";
  const values = { ...rich, delegate, names, n, done, total: state.lines.length, left: state.waiting.length };
  const key = findingKey({ state, you, role: view.you.role, setUp });
  const name = key === "changes" ? (state.declined?.approver.name ?? "") : view.you.name;
  return <h1 className={`find ${classes.find}`}>{key === "notYet" ? <NotYet /> : t.rich(key, { ...values, name })}</h1>;
}

function NotYet() {
  const t = useTranslations("sign.notYet");
  return t.rich("finding", { b: (chunks) => <b>{chunks}</b> });
}

type Reader = { state: SignState; you: ApproverLine | null; role: WorksheetView["you"]["role"]; setUp: SignOffView | undefined };

function findingKey({ state, you, role, setUp }: Reader) {
  if (state.stage === "accepted" || state.stage === "rejected") return state.stage;
  const hasToAnswer = you !== null && state.revision !== null && (you.approval === null || you.isStale);
  if (state.stage === "changes" && !hasToAnswer) return "changes";
  if (state.revision?.status === "proposed" && setUp?.isPastDeadline) return "late";
  if (you !== null && state.revision !== null)
    return answerKey(hasToAnswer, setUp?.approvers.find(({ id }) => id === you.approver.id)?.isTurn);
  if (setUp?.you.delegate) return "delegated";
  if (role === "approver") return "youWait";
  return state.stage;
}

function answerKey(hasToAnswer: boolean, isTurn: boolean | undefined) {
  if (!hasToAnswer) return "yourDone";
  return isTurn === false ? "notTurn" : "you";
}
