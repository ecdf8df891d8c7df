import { describe, expect, it } from "vitest";
import { answersSchema } from "../answers/schema";
import { answersOfCase } from "./answers-of-case";
import { enginesIn, isOfCoarseFamily } from "./families";
import { readNumbers } from "./read-numbers";
import { readSkills } from "./read-skills";
import { type Case, caseSchema } from "./schema";

type Stated = Partial<Case["facts"]> & Partial<Pick<Case, "outside_tags" | "outside_the_five_questions" | "decision_kind">>;
const aCase = ({ outside_tags, outside_the_five_questions, decision_kind, ...facts }: Stated) =>
  caseSchema.parse({
    id: "a-case",
    context_quality: "rich",
    framework_fit: "yes",
    facts,
    outside_tags,
    outside_the_five_questions,
    decision_kind,
  });
const readAll = (stated: Stated) => answersOfCase(aCase(stated)).withFrame;

describe("a record that states nothing", () => {
  it("answers nothing", () => {
    expect(answersOfCase(aCase({}))).toEqual({ questions: {}, withFrame: {} });
  });

  it("answers nothing through what was chosen, considered or refused", () => {
    const loud = { candidates: ["MongoDB"], chosen: ["Redis"], chosen_families: ["redis-valkey"], rejected: [{ name: "MySQL" }] };
    expect(answersOfCase(caseSchema.parse({ ...aCase({}), ...loud })).withFrame).toEqual({});
  });
});

describe("the words of a record", () => {
  it("are answers that the engine can read, with the frame apart", () => {
    const { questions, withFrame } = answersOfCase(
      aCase({ workload_shapes: ["document", "relational"], hosting: "shipped-to-users and self-host", team_size: "one maintainer" }),
    );
    expect(questions).toEqual({ workload: { primary: "relational", secondary: ["document"] }, ops: { team_size: 1 } });
    expect(withFrame).toEqual({ ...questions, frame: { distribution: "several" } });
    expect(answersSchema.safeParse(withFrame).success).toBe(true);
  });

  it("name a copy where everything named can be rebuilt", () => {
    expect(readAll({ workload_shapes: ["cache", "queue"] }).workload).toEqual({
      primary: "key_value",
      truth: "rebuildable_copy",
      event_use: "job_queue",
    });
    expect(readAll({ workload_shapes: ["session"] }).workload).toEqual({ primary: "key_value" });
  });

  it("tell hosting that is wanted from hosting that is given", () => {
    expect(readAll({ hosting: "managed wanted" }).ops).toEqual({ hosting: "prefer_managed" });
    expect(readAll({ hosting: "managed (Aurora PostgreSQL)" }).ops).toEqual({ hosting: "managed_only", clouds: ["aws"] });
    expect(readAll({ hosting: "self-host" }).ops).toEqual({ hosting: "self_host_only" });
  });

  it("make a licence tag a policy, unless the record says that it has none", () => {
    expect(readAll({ outside_tags: ["licence"] }).frame).toEqual({ governance: "osi_only" });
    expect(readAll({ outside_tags: ["licence"], cost_posture: "no licence constraint" })).toEqual({ cost: { licence_policy: "any" } });
  });
});

describe("figures", () => {
  const facts = aCase({}).facts;

  it.each([
    [{ data_size: "about 50 TB expected by 2030" }, { "scale.y3.data_gb": 50_000 }],
    [{ data_size: "about 8 GB, items above 400 KB" }, { "scale.y3.data_gb": 8 }],
    [{ data_size: "hits the document size limit of 16 MB" }, {}],
    [{ data_size: "small" }, { "scale.y3.data_gb": 10 }],
    [{ data_size: "billions of points" }, {}],
    [{ data_size: "100,000 to 1 million vectors" }, { "workload.vector_count": 1_000_000 }],
    [{ qps: "over 100,000 metrics a second" }, { "scale.y3.writes_s": 100_000 }],
    [{ qps: "over 100,000 reads a second, under 5 ms" }, { "scale.y3.reads_s": 100_000 }],
    [{ qps: "20,000 to 50,000 requests a week" }, { "cost.requests_day": 7_143 }],
    [{ qps: "about 2,500 users" }, { "scale.y3.users": 2_500 }],
  ])("of %o are read as they stand", (stated, expected) => {
    const read = Object.entries(readNumbers({ ...facts, ...stated })).filter(
      ([path, value]) => value !== undefined && path !== "scale.evidence",
    );
    expect(Object.fromEntries(read)).toEqual(expected);
  });
});

describe("a team's skills", () => {
  it("are read clause by clause", () => {
    expect(readSkills("everyone knows Postgres; nobody knows DynamoDB well").experience).toEqual({
      postgresql: "production",
      dynamodb: "none",
    });
    expect(readSkills("operating MySQL and Postgres known and disliked").experience).toEqual({});
    expect(readSkills("company uses SQL Server almost only").standard).toEqual(["sql-server"]);
  });
});

describe("families", () => {
  it("are found in text and counted coarsely", () => {
    expect(enginesIn("Puppet-managed MySQL and PostgreSQL")).toEqual(["postgresql", "mysql"]);
    expect(isOfCoarseFamily("opensearch", "search-engine")).toBe(true);
    expect(isOfCoarseFamily("scylladb", "cassandra-scylla")).toBe(true);
    expect(isOfCoarseFamily("postgresql", "no-such-family")).toBe(false);
  });
});
