import type { Messages } from "../messages/format";
import { buildRecord, type RecordInput } from "../record/build-record";
import { aRecordInput } from "../record/builders";
import { recordHash } from "../record/record-hash";
import type { AdrInput } from "./compose-adr";

/** An accepted decision ready to be composed; for tests. */
export function anAdrInput(messages: Messages, over: { record?: Partial<RecordInput> } & Partial<Omit<AdrInput, "record">> = {}): AdrInput {
  const { record: recordOver, ...rest } = over;
  const { record, people } = buildRecord(aRecordInput(recordOver));
  return {
    record,
    people,
    status: "accepted",
    number: 3,
    decidedAt: "2026-11-20T14:05:00.000Z",
    approvals: [],
    sha256: recordHash(record),
    revision: 3,
    messages,
    ...rest,
  };
}
