import { SCALE_ROWS, SCALE_TIMES } from "./fields";
import type { AnswerMessage } from "./parse-number";
import type { QuestionId } from "./schema";

/** A remark about numbers that stand oddly beside each other. Never an error: the person may mean it. */
export type SanityNote = AnswerMessage & {
  /** Fields the remark is about, relative to the question, for example `y3.reads_s`. */
  fields: string[];
  /** True when the numbers deserve a second look, false for a plain reading of them. */
  isDoubt: boolean;
};

/** Numbers of one question by relative field, for example `{"y3.reads_s": 1500}`; blanks are left out. */
export type Numbers = Readonly<Record<string, number | undefined>>;

/** Requests per person and second above which a unit was probably mixed up; a person clicking fast makes about one. */
const PER_PERSON_DOUBT = 2;

/**
 * Remarks on the numbers of one question, in the order of the fields; none when nothing stands out or too little is filled in.
 *
 * `sanityNotes("scale", {"y1.users": 900, "y3.users": 300})` gives one note `answers.sanity.shrinks` about both fields.
 */
export function sanityNotes(question: QuestionId, numbers: Numbers): SanityNote[] {
  if (question === "scale") return scaleNotes(numbers);
  if (question === "ops") {
    return [
      ...above(numbers, { part: "db_experts", whole: "team_size", id: "expertsAboveTeam" }),
      ...above(numbers, { part: "oncall", whole: "team_size", id: "oncallAboveTeam" }),
    ];
  }
  return [];
}

function scaleNotes(numbers: Numbers): SanityNote[] {
  return [
    ...SCALE_ROWS.flatMap((row) => shrinks(numbers, row)),
    ...SCALE_TIMES.flatMap((time) => [
      ...perPerson(numbers, time, "reads_s"),
      ...perPerson(numbers, time, "writes_s"),
      ...above(numbers, { part: `${time}.largest_table_gb`, whole: `${time}.data_gb`, id: "partAboveData" }),
      ...above(numbers, { part: `${time}.hot_set_gb`, whole: `${time}.data_gb`, id: "partAboveData" }),
    ]),
    ...plainReading(numbers),
  ];
}

/** Each time against the nearest earlier one that is filled in. */
function shrinks(numbers: Numbers, row: string): SanityNote[] {
  const filled = SCALE_TIMES.filter((time) => numbers[`${time}.${row}`] !== undefined);
  return filled.slice(1).flatMap((later, index) => {
    const earlier = filled[index] ?? later;
    if ((numbers[`${later}.${row}`] ?? 0) >= (numbers[`${earlier}.${row}`] ?? 0)) return [];
    return [note("shrinks", [`${earlier}.${row}`, `${later}.${row}`], { row, earlier, later })];
  });
}

function perPerson(numbers: Numbers, time: string, row: "reads_s" | "writes_s"): SanityNote[] {
  const rate = numbers[`${time}.${row}`];
  const people = numbers[`${time}.users`];
  if (rate === undefined || people === undefined || people <= 0 || rate / people <= PER_PERSON_DOUBT) return [];
  return [note("perPersonHigh", [`${time}.${row}`, `${time}.users`], { row, time, rate, people, each: twoDigits(rate / people) })];
}

/** What the furthest pair of readers and reads comes to, so that people can judge it themselves. */
function plainReading(numbers: Numbers): SanityNote[] {
  const time = [...SCALE_TIMES]
    .reverse()
    .find((candidate) => (numbers[`${candidate}.reads_s`] ?? 0) > 0 && (numbers[`${candidate}.users`] ?? 0) > 0);
  if (time === undefined) return [];
  const each = (numbers[`${time}.reads_s`] ?? 0) / (numbers[`${time}.users`] ?? 1);
  if (each > PER_PERSON_DOUBT) return [];
  return [{ ...note("perPerson", [`${time}.reads_s`, `${time}.users`], { time, each: twoDigits(each) }), isDoubt: false }];
}

function above(numbers: Numbers, { part, whole, id }: { part: string; whole: string; id: string }): SanityNote[] {
  const small = numbers[part];
  const large = numbers[whole];
  if (small === undefined || large === undefined || small <= large) return [];
  const [time = "", row = part] = part.includes(".") ? part.split(".") : ["", part];
  return [note(id, [part, whole], { time, row, part: small, whole: large })];
}

function note(id: string, fields: string[], params: AnswerMessage["params"]): SanityNote {
  return { id: `answers.sanity.${id}`, params, fields, isDoubt: true };
}

function twoDigits(value: number): number {
  return Number(value.toPrecision(2));
}
