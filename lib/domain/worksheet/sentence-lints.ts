export type SentenceLint = "twoQuestions" | "solutionInside" | "long";

export const LONG_SENTENCE = 140;

/**
 * Gentle remarks on the sentence that states the decision; they never block, the team knows better. An empty sentence
 * has none. `lintSentence("Should we use MongoDB?")` gives `["solutionInside"]`.
 */
export function lintSentence(sentence: string): SentenceLint[] {
  const text = sentence.trim();
  const lints: SentenceLint[] = [];
  if (TWO_QUESTION_MARKS.test(text) || SECOND_QUESTION.test(text)) lints.push("twoQuestions");
  if (SOLUTION_VERB.test(text) && !OPEN_QUESTION.test(text)) lints.push("solutionInside");
  if (text.length > LONG_SENTENCE) lints.push("long");
  return lints;
}

/** "Which database should we use" names no solution. */
const OPEN_QUESTION = /^(which|what|where|how)\b/i;
const TWO_QUESTION_MARKS = /\?[^?]*\?/;
const SECOND_QUESTION = /\b(and|or)\s+(which|what|where|how|when|who|should|do|does|can|shall)\b/i;
const SOLUTION_VERB =
  /\b(should|shall|can|could|may|must|do)\s+(we|i|they|the team)\s+(use|adopt|choose|pick|buy|take|move to|switch to|migrate to|go with)\b/i;
