import { setDistance } from "../disagreement/distances";

/** A question on which a team differs, with its values by number. */
export type Variable = {
  id: string;
  /** How many members gave each value; 0 for a provisional value that nobody gave. */
  counts: readonly number[];
  /** The team's provisional value; several where the team is tied. Never empty. */
  provisional: readonly number[];
  /** False once the team recorded its answer: then nothing else combines with what members said. */
  isOpen: boolean;
};

/** One value per variable, by number. */
export type Choice = readonly number[];
/** The engine: a choice of values gives the shortlist, best first. */
export type ListOf = (choice: Choice) => readonly string[];

/** The lists of an engine, asked once per choice and numbered: lists of the same candidates in any order share a number. */
export type ListBook = {
  at: (choice: Choice) => number;
  /** The list of a choice in the engine's order. */
  orderedAt: (choice: Choice) => readonly string[];
  /** Ids of a numbered list, A to Z. */
  ids: (list: number) => readonly string[];
  /** 1 - Jaccard: 0 for the same candidates, 1 for none in common. */
  distance: (a: number, b: number) => number;
  /** How many different choices the engine was asked for. */
  asked: () => number;
};

/** Remembers what an engine answered. Example: asking one choice twice asks the engine once. */
export function listBook(listOf: ListOf): ListBook {
  const answers = new Map<string, { number: number; list: readonly string[] }>();
  const numbers = new Map<string, number>();
  const lists: string[][] = [];
  const distances = new Map<number, number>();
  const ask = (choice: Choice) => {
    const key = String.fromCharCode(...choice);
    const known = answers.get(key);
    if (known) return known;
    const list = listOf(choice);
    const sorted = [...list].sort();
    const name = sorted.join("\n");
    const number = numbers.get(name) ?? lists.push(sorted) - 1;
    numbers.set(name, number);
    const answer = { number, list };
    answers.set(key, answer);
    return answer;
  };
  const distance = (a: number, b: number): number => {
    if (a === b) return 0;
    const key = Math.min(a, b) * 65_536 + Math.max(a, b);
    const known = distances.get(key) ?? setDistance(lists[a] ?? [], lists[b] ?? []);
    distances.set(key, known);
    return known;
  };
  return {
    at: (choice) => ask(choice).number,
    orderedAt: (choice) => ask(choice).list,
    ids: (list) => lists[list] ?? [],
    distance,
    asked: () => answers.size,
  };
}

/** Mean distance over all pairs of members, each with the list that its value gives; 0 for fewer than two members. */
export function pairMean(input: { counts: readonly number[]; lists: readonly number[]; book: ListBook }): number {
  const { counts, lists, book } = input;
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n < 2) return 0;
  let sum = 0;
  for (let a = 0; a < counts.length; a++) {
    const ca = counts[a] ?? 0;
    if (ca === 0) continue;
    for (let b = a + 1; b < counts.length; b++) sum += ca * (counts[b] ?? 0) * book.distance(lists[a] ?? 0, lists[b] ?? 0);
  }
  return (2 * sum) / (n * (n - 1));
}

/** The list that each value of a variable gives, all else as in the choice; -1 for values that nobody gave. */
export function listsAlong(input: { counts: readonly number[]; q: number; choice: Choice; book: ListBook }): number[] {
  const { counts, q, choice, book } = input;
  const at = [...choice];
  return counts.map((count, value) => {
    at[q] = value;
    return count > 0 ? book.at(at) : -1;
  });
}

/** The choice with one variable set to a value. */
export function withValue(choice: Choice, variable: number, value: number): number[] {
  const changed = [...choice];
  changed[variable] = value;
  return changed;
}

/** A value of a variable drawn as a member drawn at random would give it. */
export function drawValue(variable: Variable, random: () => number): number {
  const n = variable.counts.reduce((sum, count) => sum + count, 0);
  let left = random() * n;
  for (const [value, count] of variable.counts.entries()) {
    left -= count;
    if (left < 0) return value;
  }
  return variable.counts.findLastIndex((count) => count > 0);
}
