import { formatMessage, type Messages } from "../messages/format";
import type { MessageRef } from "../messages/message-ref";
import type { EvaluateReply, Evaluation } from "./schema";

/**
 * An evaluation with every message ref turned into a sentence of one locale, as `POST /evaluate` replies. Sentences without
 * parameters are formatted once.
 */
export function evaluationInWords(evaluation: Evaluation, messages: Messages, locale: string): EvaluateReply {
  const plain = new Map<string, string>();
  const words = (ref: MessageRef): string => {
    const known = plain.get(ref.id);
    if (known !== undefined) return known;
    const text = formatMessage(messages, ref, locale);
    if (Object.keys(ref.params).length === 0) plain.set(ref.id, text);
    return text;
  };
  const spell = <T extends { text: MessageRef }>(item: T) => ({ ...item, text: words(item.text) });
  return {
    ...evaluation,
    standing: evaluation.standing.map(spell),
    companions: evaluation.companions.map(spell),
    warnings: evaluation.warnings.map(spell),
    questions: evaluation.questions.map(spell),
    relaxations: evaluation.relaxations?.map(spell),
    candidates: evaluation.candidates.map((candidate) => ({
      ...candidate,
      rules: candidate.rules.map(spell),
      comesBackIf: candidate.comesBackIf.map(spell),
      comesBackIfBoth: candidate.comesBackIfBoth?.map(spell),
      comesBackIfAll: candidate.comesBackIfAll?.map(spell),
    })),
  };
}
