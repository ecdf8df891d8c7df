import { describe, expect, it } from "vitest";
import adr from "../../../messages/en/adr.json";
import costs from "../../../messages/en/costs.json";
import fields from "../../../messages/en/fields.json";
import rules from "../../../messages/en/rules.json";
import { anApproval } from "../record/builders";
import { anAdrInput } from "./builders";
import { composeAdr } from "./compose-adr";
import { composeExported } from "./compose-exported";

const messages = { adr, costs, fields, rules };

describe("a document from an exported record alone", () => {
  it("is the one that the worksheet makes", () => {
    const approvals = [
      anApproval({ at: "2026-11-20T14:05:00.000Z", revision: 3 }),
      anApproval({ at: "2026-11-19T09:00:00.000Z", revision: 3 }),
    ];
    const input = anAdrInput(messages, { approvals });
    const { record, people, number } = input;
    const exported = { record, people: [...people], status: "accepted" as const, number, approvals, sha256: input.sha256 ?? "" };
    expect(composeExported(exported, messages)).toEqual(composeAdr(input));
  });

  it("has no day and no revision while nobody approved", () => {
    const { record, people, sha256 } = anAdrInput(messages);
    const document = composeExported(
      { record, people: [...people], status: "proposed", number: null, approvals: [], sha256: sha256 ?? "" },
      messages,
    );
    expect(document).toMatchObject({ revision: null, date: null });
  });
});
