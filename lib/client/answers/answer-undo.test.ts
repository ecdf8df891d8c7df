import { beforeEach, describe, expect, it } from "vitest";
import { BLANK_ANSWER, type FieldAnswer } from "@/lib/domain/answers/own-answers";
import { undoOffer } from "../workshop/undo";
import { offerAnswerUndo } from "./answer-undo";

const said = (value: string | null): FieldAnswer => ({ ...BLANK_ANSWER, value });
const edits: Record<string, FieldAnswer>[] = [];
const saved = (field: string, before: FieldAnswer, after: FieldAnswer) =>
  offerAnswerUndo({ fields: { [field]: { before, after } }, edit: (answers) => void edits.push({ ...answers }) });

beforeEach(() => {
  edits.length = 0;
  undoOffer.set(null);
});

describe("the way back from a changed answer", () => {
  it("puts back what stood there, once", () => {
    saved("scale.y3.users", said("5"), said("500"));
    expect(undoOffer.get()).toMatchObject({ fields: ["scale.y3.users"], isQuiet: false });
    expect([undoOffer.take(), undoOffer.take()]).toEqual([true, false]);
    expect(edits).toEqual([{ "scale.y3.users": said("5") }]);
  });

  it("makes no words about an answer that is given for the first time", () => {
    saved("scale.y3.users", BLANK_ANSWER, said("5"));
    expect(undoOffer.get()).toMatchObject({ isQuiet: true });
  });

  it("takes text that was saved on the way for one change", () => {
    saved("workload.truth", said("once"), said("o"));
    saved("workload.truth", said("o"), said("often"));
    undoOffer.take();
    expect(edits).toEqual([{ "workload.truth": said("once") }]);
  });

  it("takes another choice in the same field for another change", () => {
    saved("workload.primary", BLANK_ANSWER, said("relational"));
    saved("workload.primary", said("relational"), said("document"));
    expect(undoOffer.get()).toMatchObject({ isQuiet: false });
    undoOffer.take();
    expect(edits).toEqual([{ "workload.primary": said("relational") }]);
  });

  it("starts anew with another field, and with the same one after the offer is over", () => {
    saved("scale.y3.users", said("5"), said("50"));
    saved("scale.y1.users", said("1"), said("10"));
    expect(undoOffer.get()?.fields).toEqual(["scale.y1.users"]);
    undoOffer.set(null);
    saved("scale.y1.users", said("10"), said("100"));
    undoOffer.take();
    expect(edits).toEqual([{ "scale.y1.users": said("10") }]);
  });

  it("offers nothing where the text came back to what it was", () => {
    saved("workload.truth", said("once"), said("once"));
    expect(undoOffer.get()).toBeNull();
  });
});
