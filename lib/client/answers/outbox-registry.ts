import type { QueryClient } from "@tanstack/react-query";
import { emptyOutbox, type OutboxEntry } from "@/lib/domain/answers/outbox-state";
import { type SaveStatus, saveStatus, waitingCount } from "@/lib/domain/answers/outbox-status";
import { type FieldAnswer, fieldKey, ownAnswers, ownVersions, startingAnswer, withSavedAnswers } from "@/lib/domain/answers/own-answers";
import type { QuestionId } from "@/lib/domain/answers/schema";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { newOpId } from "../api";
import { worksheetQueries } from "../worksheet/queries";
import { type SaveStatus as ShownStatus, saveState } from "../worksheet/save-state";
import { indexedDbStorage, ownerKey } from "./answer-storage";
import { createOutbox, type Outbox } from "./outbox";
import { answersSender } from "./send-answers";

type Asked = { view: WorksheetView; question: QuestionId; queryClient: QueryClient };

/** The outbox of one question. One per tab and question, so that it goes on sending after its screen is left. */
export function outboxFor({ view, question, queryClient }: Asked): Outbox {
  const key = ownerKey({ worksheetId: view.id, memberId: view.you.memberId, question });
  const known = outboxes.get(key);
  if (known) return known;
  const outbox = openOutbox({ view, question, queryClient });
  // A server renders for many people and must remember none of them.
  if (typeof window === "undefined") return outbox;
  outboxes.set(key, outbox);
  outbox.subscribe(() => report(question, outbox));
  return outbox;
}

const outboxes = new Map<string, Outbox>();

function openOutbox({ view, question, queryClient }: Asked): Outbox {
  const { queryKey } = worksheetQueries.detail(view.id);
  const putBack = (answers: Readonly<Record<string, FieldAnswer>>) => {
    outbox.edit(Object.fromEntries(Object.entries(answers).map(([path, answer]) => [fieldKey(path), answer])));
    // The same view in a new object: forms follow the view, and then show what waits for it.
    queryClient.setQueryData(queryKey, (known) => known && { ...known });
  };
  const outbox: Outbox = createOutbox({
    start: emptyOutbox(view.questions[question].round, ownVersions(ownAnswers(view, question))),
    storage: indexedDbStorage({ worksheetId: view.id, memberId: view.you.memberId, question }),
    send: answersSender(view.id, question),
    newOpId,
    random: Math.random,
    onSaved(batch, { versions, seq }) {
      const current = queryClient.getQueryData(queryKey);
      if (!current) return;
      const own = ownAnswers(current, question);
      const fields = Object.entries(batch.edits).map(([key, { answer }]) => {
        return [`${question}.${key}`, { before: startingAnswer(own[key]), after: answer }] as const;
      });
      // Seldom pressed, so fetched when there is something to take back.
      void import("./answer-undo").then(({ offerAnswerUndo }) => offerAnswerUndo({ fields: Object.fromEntries(fields), edit: putBack }));
      // A hidden save leaves seq as it was, a visible one adds one. More than that: somebody else changed something too.
      const isNext = seq !== null && seq <= current.seq + 1;
      queryClient.setQueryData(queryKey, {
        ...withSavedAnswers(current, { question, edits: batch.edits, versions }),
        seq: isNext ? Math.max(seq, current.seq) : current.seq,
      });
      if (!isNext) void queryClient.invalidateQueries({ queryKey, exact: true });
    },
  });
  return outbox;
}

const SHOWN: Record<SaveStatus, ShownStatus> = {
  saved: "saved",
  waiting: "saving",
  offline: "offline",
  failed: "failed",
  held: "held",
  blocked: "failed",
};

function report(question: QuestionId, outbox: Outbox) {
  const state = outbox.getState();
  const status = SHOWN[saveStatus(state)];
  const isCounted = ([, entry]: [string, OutboxEntry]) => (entry.held !== null) === (status === "held");
  const entries = Object.fromEntries(Object.entries(state.entries).filter(isCounted));
  saveState.set({ status, waiting: waitingCount({ ...state, entries }) }, `answers:${question}`);
}
