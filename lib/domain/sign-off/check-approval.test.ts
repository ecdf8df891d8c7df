import { describe, expect, it } from "vitest";
import type { RecordApproval } from "../record/export-json";
import { anAuthenticator, aStatement } from "./builders";
import { checkApproval } from "./check-approval";

const statement = aStatement();
const proof = await (await anAuthenticator()).prove(statement);
const signed: RecordApproval = {
  name: "Dee Okafor",
  revision: 3,
  verdict: "approve",
  comment: "",
  assurance: "A",
  how: "passkey",
  at: statement.issuedAt,
  isStale: false,
  statement,
  proof,
};
const record = { sha256: statement.adrSha256, worksheetId: statement.worksheetId };
const reasonOf = async (change: Partial<RecordApproval>, of = record) => {
  const result = await checkApproval({ approval: { ...signed, ...change }, ...of });
  return result.ok ? "ok" : result.reason;
};

describe("an approval as a record prints it", () => {
  it.each<[string, Partial<RecordApproval>, string]>([
    ["stands when the passkey signed just that", {}, "ok"],
    ["is refused with another verdict printed", { verdict: "decline" }, "not_what_was_said"],
    ["is refused with another name printed", { name: "Eve" }, "not_what_was_said"],
    ["is refused with another comment printed", { comment: "Gladly." }, "not_what_was_said"],
    ["is refused with another time printed", { at: "2026-11-21T14:02:31.000Z" }, "not_what_was_said"],
    [
      "is refused with another verdict printed and said",
      { verdict: "decline", statement: { ...statement, verdict: "decline" } },
      "wrong_statement",
    ],
    ["is refused as level A without its proof", { proof: undefined }, "missing_proof"],
    ["is refused as level A without its statement", { statement: undefined }, "missing_proof"],
    ["is refused when a spoken yes calls itself level A", { how: "spoken" }, "level"],
    ["is refused when a link that was handed over calls itself B", { how: "handed_link", assurance: "B" }, "level"],
    [
      "stands as level C without a statement, which older records lack",
      { how: "spoken", assurance: "C", statement: undefined, proof: undefined },
      "ok",
    ],
  ])("%s", async (_name, change, expected) => {
    expect(await reasonOf(change)).toBe(expected);
  });

  it("is refused beside another record", async () => {
    expect(await reasonOf({}, { ...record, sha256: "00".repeat(32) })).toBe("other_record");
    expect(await reasonOf({}, { ...record, worksheetId: "another" })).toBe("other_record");
  });
});
