import "server-only";
import { findField, valueSchemaOf } from "@/lib/domain/answers/fields";
import type { QuestionId } from "@/lib/domain/answers/schema";
import { AppError, type FieldError } from "@/lib/domain/errors";
import { fieldErrors } from "@/lib/domain/field-errors";
import type { AnswersSave } from "@/lib/domain/worksheet/inputs";
import { type AnswersSaved, answersSavedSchema, NOTE_FIELD } from "@/lib/domain/worksheet/schema";
import { type Credential, refusalOf } from "../access";
import { fingerprintOf } from "../ids";
import { announce } from "../live/announce";
import { saveInTurn } from "./save-queue";

type FieldRow = { field: string; value: unknown; unknown: boolean; basis: string | null; reason: string | null; baseVersion: number };
type Reply = {
  ok?: unknown;
  error?: "unauthenticated" | "dead" | "none" | "unnamed" | "forbidden" | "op_reused" | "frozen" | "round_closed" | "stale_version";
  member?: string;
  round?: number;
  current?: Record<string, unknown>;
};

/**
 * Saves fields of one question for whoever the credential proves, all or none. One database call: save_answers_of() locks,
 * authorises, checks and writes, because every further round trip would cost a third of the throughput.
 */
export async function saveAnswers({
  credential,
  worksheetId,
  question,
  input,
  onBehalfOf = null,
}: {
  credential: Credential;
  worksheetId: string;
  question: QuestionId;
  input: AnswersSave;
  /** A person without a device, for whom this facilitator types. */
  onBehalfOf?: string | null;
}): Promise<AnswersSaved> {
  const rows = rowsOf(question, input);
  const fingerprint = fingerprintOf({ question, ...input, ...(onBehalfOf === null ? {} : { onBehalfOf }) });
  const { opId, round } = input;
  const { kind, hash } = credential;
  const call = { kind, hash, question, opId, round, fields: JSON.stringify(rows), fingerprint, onBehalfOf };
  const reply = (await saveInTurn<Reply | undefined>(worksheetId, call)) ?? {};
  if (reply.error !== undefined) throw refuse(reply, question);
  const saved = answersSavedSchema.parse(reply.ok);
  if (!saved.replayed) {
    const isVisible = input.round > 1;
    announce({
      worksheetId,
      seq: saved.seq,
      changed: [isVisible ? "answers" : "mine"],
      ...(isVisible || !reply.member ? {} : { onlyMember: reply.member }),
    });
  }
  return { ...saved, versions: relative(saved.versions, question) };
}

function rowsOf(question: QuestionId, input: AnswersSave): FieldRow[] {
  const errors: FieldError[] = [];
  const rows = Object.entries(input.fields).map(([path, save]): FieldRow => {
    const field = findField(`${question}.${path}`);
    const schema = field?.question === question ? valueSchemaOf(field.path) : null;
    if (schema === null) errors.push({ path: `fields.${path}`, message: "There is no such field on this question." });
    const value = save.value ?? null;
    if (save.unknown && value !== null) errors.push({ path: `fields.${path}.unknown`, message: "Send a value or unknown, not both." });
    const parsed = schema === null || value === null ? null : schema.safeParse(value);
    errors.push(...fieldErrors(parsed?.error, ["fields", path, "value"]));
    return {
      field: `${question}.${path}`,
      value: parsed?.data ?? null,
      unknown: save.unknown ?? false,
      basis: save.basis ?? null,
      reason: save.reason || null,
      baseVersion: save.baseVersion,
    };
  });
  const note = input.othersMayNotKnow;
  if (note)
    rows.push({
      field: `${question}.${NOTE_FIELD}`,
      value: note.text.trim() === "" ? null : note.text,
      unknown: false,
      basis: null,
      reason: null,
      baseVersion: note.baseVersion,
    });
  if (rows.length === 0) errors.push({ path: "fields", message: "Send at least one field." });
  if (errors.length > 0) throw new AppError("invalid_input", "Some fields cannot be saved as they are.", { errors });
  return rows;
}

function refuse(reply: Reply, question: QuestionId): AppError {
  switch (reply.error) {
    case "dead":
    case "none":
      return refusalOf(reply.error);
    case "unnamed":
      return new AppError("forbidden", "Join with a name first.");
    case "forbidden":
      return new AppError("forbidden", "Only members answer.");
    case "op_reused":
      return new AppError("invalid_input", "The operation id was used for something else.", {
        errors: [{ path: "opId", message: "Use a new id for a new operation." }],
      });
    case "frozen":
      return new AppError("frozen", "A revision stands, so answers are read-only.");
    case "round_closed":
      return new AppError("round_closed", `This question is in round ${reply.round}.`, { detail: { round: reply.round } });
    case "stale_version":
      return new AppError("stale_version", "This answer was saved elsewhere meanwhile.", {
        detail: { current: relative(reply.current ?? {}, question) },
      });
    default:
      return new AppError("internal", "The save gave no reply.");
  }
}

function relative<T>(byField: Record<string, T>, question: string): Record<string, T> {
  return Object.fromEntries(Object.entries(byField).map(([field, value]) => [field.slice(question.length + 1), value]));
}
