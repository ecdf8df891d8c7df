import { type FieldAnswer, isBlank, isSameAnswer } from "@/lib/domain/answers/own-answers";
import { type UndoOffer, undoOffer } from "../workshop/undo";

type Change = {
  /** Full paths, `scale.y3.users`, with what stood there before this save and what stands there now. */
  fields: Readonly<Record<string, { before: FieldAnswer; after: FieldAnswer }>>;
  /** Puts answers back as an edit of their own. */
  edit: (answers: Readonly<Record<string, FieldAnswer>>) => void;
};

/** What the last offer would put back: text that is typed on is one change, however often it was saved on the way. */
let last: { offer: UndoOffer; before: Readonly<Record<string, FieldAnswer>> } | null = null;

/** Fields that are just being put back: their save is no news. */
const putBack = new Set<string>();

/** After a save: the way back, for as long as it is offered. A word is said only where something was replaced or cleared. */
export function offerAnswerUndo({ fields, edit }: Change): void {
  const paths = Object.keys(fields);
  const isSameChange = last !== null && undoOffer.get() === last.offer && paths.every((path) => last?.before[path] !== undefined);
  const isGoingOn = isSameChange && Object.values(fields).every(isTypedOn);
  const before = Object.fromEntries(
    paths.map((path) => [path, (isGoingOn ? last?.before[path] : undefined) ?? fields[path]?.before]),
  ) as Record<string, FieldAnswer>;
  const changed = paths.filter((path) => {
    const [was, is] = [before[path], fields[path]?.after];
    return was !== undefined && is !== undefined && !isSameAnswer(was, is);
  });
  if (changed.length === 0) return;
  const offer: UndoOffer = {
    fields: changed,
    isQuiet: changed.every((path) => putBack.has(path) || (before[path] !== undefined && isBlank(before[path]))),
    undo: () => {
      for (const path of changed) putBack.add(path);
      edit(before);
    },
  };
  putBack.clear();
  last = { offer, before };
  undoOffer.set(offer);
}

/** One text goes on from the other, or back: what is saved between two keystrokes is no answer that anybody wants back. */
function isTypedOn({ before, after }: { before: FieldAnswer; after: FieldAnswer }): boolean {
  const [one, other] = [textOf(before), textOf(after)];
  return one !== "" && other !== "" && (one.startsWith(other) || other.startsWith(one));
}

function textOf({ value }: FieldAnswer): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
