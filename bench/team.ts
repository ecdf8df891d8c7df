import { FIELDS, type FieldDef } from "@/lib/domain/answers/fields";
import type { AnswerView } from "@/lib/domain/worksheet/schema";

/** Fields on which teams differ, those asked first before those under "More". */
const ASKED = FIELDS.filter(({ place, type }) => (place === "first" || place === "more") && type !== "experience" && type !== "lines");
const NUMBERS = [1, 20, 200, 1_500, 4_000, 12_000, 60_000, 300_000, 2_000_000, 9_000_000];

/** A team of so many members that differs on so many fields: each gives the option after the neighbour's, every answer of a number its own. */
export function aDifferingTeam({ members, fields }: { members: number; fields: number }): AnswerView[] {
  return ASKED.slice(0, fields).flatMap((field, f) =>
    Array.from(
      { length: members },
      (_, m): AnswerView => ({
        memberId: `member-${m}`,
        field: field.path,
        round: 1,
        value: givenTo(field, m + f),
        unknown: false,
        basis: null,
        reason: null,
        version: 1,
        late: false,
      }),
    ),
  );
}

function givenTo(field: FieldDef, n: number): AnswerView["value"] {
  if (field.type === "number") return field.unit === "percent" ? (n * 13) % 101 : (NUMBERS[n % NUMBERS.length] ?? 1) + n;
  const option = field.options[n % field.options.length] ?? "";
  return field.type === "multi" ? [option] : option;
}
