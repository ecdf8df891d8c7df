import { useFormatter, useTranslations } from "use-intl";
import type { ApproverLine, SignState } from "@/lib/client/sign-off/sign-state";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./sign-off.module.css";

type Props = { view: WorksheetView; state: SignState; you: ApproverLine | null };

/** The sentence on top: who is asked, or what is still to come. */
export function SignFinding({ view, state, you }: Props) {
  const t = useTranslations("sign.finding");
  const format = useFormatter();
  const rich = { b: (chunks: React.ReactNode) => <b>{chunks}</b> };
  const names = format.list(state.waiting.map((line) => line.approver.name));
  const n = state.revision?.n ?? state.nextRevision;

  const done = state.lines.length - state.waiting.length;
  const values = { ...rich, names, n, done, total: state.lines.length, left: state.waiting.length };
  const key = findingKey(state, you, view.you.role);
  const name = key === "changes" ? (state.declined?.approver.name ?? "") : view.you.name;
  return <h1 className={`find ${classes.find}`}>{key === "notYet" ? <NotYet /> : t.rich(key, { ...values, name })}</h1>;
}

function NotYet() {
  const t = useTranslations("sign.notYet");
  return t.rich("finding", { b: (chunks) => <b>{chunks}</b> });
}

function findingKey(state: SignState, you: ApproverLine | null, role: WorksheetView["you"]["role"]) {
  if (state.stage === "accepted" || state.stage === "changes") return state.stage;
  if (you !== null && state.revision !== null) return you.approval === null || you.isStale ? "you" : "yourDone";
  if (role === "approver") return "youWait";
  return state.stage;
}
