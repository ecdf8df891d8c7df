import { describe, expect, it } from "vitest";
import adrDe from "../../../messages/de/adr.json";
import fieldsDe from "../../../messages/de/fields.json";
import adr from "../../../messages/en/adr.json";
import costs from "../../../messages/en/costs.json";
import fields from "../../../messages/en/fields.json";
import rules from "../../../messages/en/rules.json";
import { anAdrInput } from "../adr/builders";
import { composeAdr } from "../adr/compose-adr";
import { ADR_FORMATS, renderAs } from "../adr/formats";
import type { Answers } from "../answers/schema";
import { evaluate } from "../engine/evaluate";
import { evaluationInWords } from "../engine/words";
import { formatMessage, type Messages } from "../messages/format";
import type { RecordInput } from "../record/build-record";
import { recordEvaluation } from "../record/record-evaluation";
import { recordSchema } from "../record/schema";
import { migrationPlan } from "./plan";

const MESSAGES: Messages = { adr, costs, fields, rules };
const moving = (migration: Answers["migration"], frame: Answers["frame"] = { incumbent: "mysql" }): Answers => ({
  workload: { primary: "graph" },
  frame,
  migration,
});
const evaluated = (answers: Answers) => evaluate({ answers }, { flips: false });
const planOf = (answers: Answers, chosen: string | null = "neo4j") =>
  migrationPlan({ frame: answers, evaluation: evaluated(answers), chosen });

const WAYS: [way: string | null, rule: string, migration: Answers["migration"]][] = [
  ["big_bang", "MIG-1", { data_gb: 50, copy_gb_per_min: 5, downtime_ok_min: 30 }],
  ["capture", "MIG-3", { log_available: "yes", downtime_ok_min: 10 }],
  ["slices", "MIG-4", { feature_slices: "yes", months: 6 }],
  ["dual_write", "MIG-2", { app_changeable: "yes", log_available: "no" }],
  ["capture", "MIG-3", { log_available: "yes", downtime_ok_min: 0, feature_slices: "yes", months: 12 }],
];

describe("the plan from what runs today to the choice", () => {
  it.each(WAYS)("follows %s where %s speaks for it, with its checks and its way back", (way, rule, migration) => {
    const answers = moving(migration);
    const plan = planOf(answers);
    const said = evaluationInWords(evaluated(answers), { rules }, "en").warnings.map(({ id }) => id);
    expect(said).toContain(rule);
    expect(plan).toMatchObject({ from: "mysql", to: "neo4j", way });
    expect(plan?.ways.find((one) => one.way === way)).toMatchObject({ fits: "yes", open: [], rule });
    expect([...new Set(plan?.steps.map(({ phase }) => phase))]).toEqual([
      "prepare",
      "copy",
      "validate",
      "cut_over",
      "rollback",
      "clean_up",
    ]);
    expect(plan?.steps[0]?.rules).toContain(rule);
    expect(plan?.steps.find(({ phase }) => phase === "rollback")?.rules).toEqual(["MIG-G2"]);
    expect(plan?.steps.find(({ phase }) => phase === "validate")?.rules).toContain("MIG-G4");
  });

  it("begins with settling a way where none fits, and says which answers are missing", () => {
    const plan = planOf(moving({ app_changeable: "no", data_gb: 5_000 }));
    expect(plan?.way).toBeNull();
    expect(plan?.steps[0]).toMatchObject({ phase: "decide" });
    expect(plan?.ways.map(({ way, fits, open }) => [way, fits, open])).toEqual([
      ["big_bang", "no", []],
      ["capture", "unknown", ["migration.log_available", "migration.downtime_ok_min"]],
      ["slices", "unknown", ["migration.feature_slices", "migration.legacy_unknowns", "migration.months"]],
      ["dual_write", "no", []],
    ]);
  });

  it.each<[why: string, answers: Answers, chosen: string | null]>([
    ["nothing was chosen", moving({}), null],
    ["the choice is of the family that runs", moving({}), "mariadb"],
    ["nothing runs", moving({}, { incumbent: "none" }), "neo4j"],
    ["nobody said what runs", moving({}, {}), "neo4j"],
    ["there is no data to move", moving({ data_gb: 0 }), "neo4j"],
    ["a service may run either", { frame: { incumbent: "amazon-rds" }, workload: { primary: "relational" } }, "postgresql"],
    ["the choice is not in the list", moving({}), "nothing-like-it"],
  ])("is not there where %s", (_, answers, chosen) => {
    expect(planOf(answers, chosen)).toBeNull();
  });

  it("has whole sentences in both languages, whatever was left blank", () => {
    for (const migration of [
      ...WAYS.map(([, , given]) => given),
      {},
      { rollback_min: 1, log_available: "yes", downtime_ok_min: 0 } as const,
    ]) {
      for (const { text } of planOf(moving(migration))?.steps ?? []) {
        expect(text.params).not.toHaveProperty("undefined");
        for (const [locale, words] of Object.entries({ en: adr, de: adrDe })) {
          const sentence = formatMessage({ adr: words }, text, locale);
          expect(sentence).toMatch(/^[A-Z].*\.$/su);
          expect(sentence).not.toMatch(/-1|\{|\}|adr\./u);
        }
      }
    }
  });
});

describe("the plan in the record", () => {
  const answers = moving({ log_available: "yes", downtime_ok_min: 10, data_gb: 200, rollback_min: 4 });
  const record: Partial<RecordInput> = {
    frame: answers,
    evaluation: recordEvaluation({ request: { answers }, evaluation: evaluated(answers), survival: null }),
    chosen: "neo4j",
    migration: planOf(answers),
  };

  it.each(ADR_FORMATS)("stands in the form %s", (format) => {
    const document = composeAdr(anAdrInput(MESSAGES, { record }));
    const { text } = renderAs({ format, document, messages: MESSAGES });
    if (format === "y-statement") {
      expect(text).toContain("moving there by following the change log of MySQL,");
      return;
    }
    expect(text).toMatch(/#{3} Getting there\n\nWe move from MySQL to Neo4j by letting the new store follow the change log/u);
    expect(text).toContain("- **Following the change log:** Fits, and is the way planned here.");
    expect(text).toContain("Cannot be told without “How fast can the data be copied?”.");
    expect(text).toMatch(/- \[ \] \*\*3 · Copy:\*\* Take a first copy of all data \(200 GB\).+ Owner: _{8} By: _{8} \(MIG-3, MIG-G3\)/u);
    expect(text).toMatch(/- \[ \] \*\*6 · Way back:\*\* .+\(4 minutes by our numbers.+Open until: _{8} \(MIG-G2\)/u);
  });

  it("speaks the language of the record", () => {
    const messages: Messages = { adr: adrDe, costs, fields: fieldsDe, rules };
    const document = composeAdr(anAdrInput(messages, { record }));
    const { text } = renderAs({ format: "madr", document, messages });
    expect(text).toContain("Wir ziehen von MySQL auf Neo4j um, indem die neue Datenbank das Änderungslog der alten mitliest.");
    expect(text).toMatch(/- \[ \] \*\*7 · Aufräumen:\*\* .+ Zuständig: _{8} Bis: _{8}/u);
  });

  it("is in its JSON, and leaves no trace in one where nothing moves", () => {
    const { record: made } = anAdrInput(MESSAGES, { record });
    expect(recordSchema.parse(JSON.parse(JSON.stringify(made))).migration?.way).toBe("capture");
    const { record: without } = anAdrInput(MESSAGES, { record: { ...record, migration: null } });
    expect(without).not.toHaveProperty("migration");
    const document = composeAdr(anAdrInput(MESSAGES, { record: { ...record, migration: null } }));
    expect(document.sections.map(({ id }) => id)).not.toContain("migration");
    for (const format of ADR_FORMATS)
      expect(renderAs({ format, document, messages: MESSAGES }).text).not.toMatch(/Getting there|moving there/u);
  });
});
