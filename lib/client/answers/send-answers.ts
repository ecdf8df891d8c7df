import { z } from "zod";
import type { Reply } from "@/lib/domain/answers/outbox-state";
import type { QuestionId } from "@/lib/domain/answers/schema";
import type { AnswersSave } from "@/lib/domain/worksheet/inputs";
import { answersSavedSchema, answerViewSchema } from "@/lib/domain/worksheet/schema";
import { ApiError, apiRequest } from "../api";

type SendResult = { reply: Reply; seq: number | null; retryAfterMs: number };
export type Send = (body: AnswersSave, options: { keepalive: boolean }) => Promise<SendResult>;

/** Sends saves of one question and turns every outcome, the bad ones included, into a reply the outbox understands. */
export function answersSender(worksheetId: string, question: QuestionId): Send {
  return async (body, { keepalive }) => {
    try {
      const saved = await apiRequest({
        method: "PUT",
        path: `/worksheets/${worksheetId}/answers/${question}`,
        body,
        schema: answersSavedSchema,
        keepalive,
      });
      return { reply: { kind: "saved", versions: saved.versions }, seq: saved.seq, retryAfterMs: 0 };
    } catch (error) {
      const retryAfterMs = error instanceof ApiError ? (error.retryAfter ?? 0) * 1_000 : 0;
      return { reply: replyOf(error), seq: null, retryAfterMs };
    }
  };
}

/** What an error means for the edits that were sent. Whatever is not a clear refusal is tried again. */
function replyOf(error: unknown): Reply {
  if (!(error instanceof ApiError)) return { kind: "retry", why: "server" };
  switch (error.code) {
    case "offline":
      return { kind: "retry", why: "offline" };
    case "stale_version": {
      const current = currentSchema.safeParse(error.current);
      return { kind: "stale", current: current.success ? current.data : {} };
    }
    case "round_closed":
    case "frozen":
      return { kind: "refused", why: error.code };
    case "unauthenticated":
      return { kind: "blocked", why: "signed_out" };
    case "not_found":
    case "forbidden":
      return { kind: "blocked", why: error.code };
    case "invalid_input":
    case "malformed":
    case "too_large":
    case "illegal_transition":
    case "not_revealed":
    case "name_taken":
      return { kind: "invalid", errors: error.errors };
    case "unavailable":
    case "too_many_requests":
    case "internal":
      return { kind: "retry", why: "server" };
  }
}

const currentSchema = z.record(z.string(), answerViewSchema);
