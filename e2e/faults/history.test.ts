import { describe, expect, it } from "vitest";
import { checkHistory, checkSequence, type LoggedSave, type Operation } from "./history";

const operation = (part: Partial<Operation>): Operation => ({
  opId: "op-1",
  worksheet: "w",
  member: "ada",
  field: "scale.y3.writes_s",
  round: 1,
  value: 7,
  baseVersion: 0,
  startedAt: 0,
  endedAt: 1,
  outcome: "saved",
  version: 1,
  seq: 1,
  ...part,
});
const logged = (part: Partial<LoggedSave> = {}): LoggedSave => ({
  opId: "op-1",
  worksheet: "w",
  member: "ada",
  field: "scale.y3.writes_s",
  round: 1,
  version: 1,
  ...part,
});
const stored = { member: "ada", field: "scale.y3.writes_s", round: 1, version: 1, value: 7 };
const invariants = (facts: Parameters<typeof checkHistory>[0]) => checkHistory(facts).map(({ invariant }) => invariant);

describe("checkHistory", () => {
  it("finds nothing in a history that holds", () => {
    expect(invariants({ operations: [operation({})], log: [logged()], stored: [stored] })).toEqual([]);
  });

  it("finds an acknowledged save that is not in the log", () => {
    expect(invariants({ operations: [operation({})], log: [], stored: [] })).toEqual(["I1"]);
  });

  it("finds a save that was written twice", () => {
    const log = [logged(), logged({ version: 2 })];
    expect(invariants({ operations: [operation({ version: 2, baseVersion: 1 })], log, stored: [{ ...stored, version: 2 }] })).toEqual([
      "I1",
      "I2",
    ]);
  });

  it("finds two saves under one version", () => {
    const operations = [operation({}), operation({ opId: "op-2", startedAt: 0, endedAt: 2 })];
    const found = invariants({ operations, log: [logged(), logged({ opId: "op-2" })], stored: [stored] });
    expect(found).toContain("I2");
    expect(found).toContain("I4");
  });

  it("finds a refused save that was kept all the same", () => {
    const operations = [operation({ outcome: "refused", version: null })];
    expect(invariants({ operations, log: [logged()], stored: [stored] })).toEqual(["I3"]);
  });

  it("finds a save that replaced what its author had not seen", () => {
    const operations = [operation({}), operation({ opId: "op-2", startedAt: 2, endedAt: 3, version: 2, value: 8 })];
    const log = [logged(), logged({ opId: "op-2", version: 2 })];
    expect(invariants({ operations, log, stored: [{ ...stored, version: 2, value: 8 }] })).toEqual(["I4"]);
  });

  it("finds a stored value that is not the last one saved", () => {
    expect(invariants({ operations: [operation({})], log: [logged()], stored: [{ ...stored, value: 8 }] })).toEqual(["I4"]);
  });

  it("finds a save that was overtaken by an older one", () => {
    const operations = [
      operation({ version: 2, baseVersion: 1 }),
      operation({ opId: "op-2", startedAt: 5, endedAt: 6, version: 1, value: 8 }),
    ];
    const log = [logged({ version: 2 }), logged({ opId: "op-2", version: 1 })];
    expect(invariants({ operations, log, stored: [{ ...stored, version: 2 }] })).toEqual(["I5"]);
  });

  it("finds a save whose end nobody knows", () => {
    expect(invariants({ operations: [operation({ outcome: "unknown", version: null })], log: [logged()], stored: [stored] })).toEqual([
      "I6",
    ]);
  });
});

describe("checkSequence", () => {
  const second = { opId: "op-2", round: 2, field: "scale.y3.reads_s", startedAt: 5, endedAt: 6 };

  it("finds nothing in a sequence that grows with time", () => {
    expect(checkSequence([operation({ round: 2, seq: 4 }), operation({ ...second, seq: 5 })])).toEqual([]);
  });

  it("finds a later save with a lower number", () => {
    expect(checkSequence([operation({ round: 2, seq: 5 }), operation({ ...second, seq: 4 })])).toHaveLength(1);
  });

  it("finds a number that was given twice", () => {
    expect(checkSequence([operation({ round: 2, seq: 5 }), operation({ ...second, seq: 5 })])).toHaveLength(1);
  });

  it("leaves hidden saves out, which leave no trace in the sequence", () => {
    expect(checkSequence([operation({ seq: 5 }), operation({ ...second, round: 1, seq: 5 })])).toEqual([]);
  });
});
