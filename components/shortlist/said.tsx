import type { ReactNode } from "react";
import type { MessageRef } from "@/lib/domain/messages/message-ref";
import { useShortlist } from "./shortlist-context";

/** Stands for the quotation while the sentence is put into words; no text holds it. */
const QUOTED = "\uE000";

/** A rule's sentence. What it quotes of the catalogue is in English, whatever the reader's language, and read aloud as such. */
export function Said({ text, within }: { text: MessageRef; within?: (sentence: string) => string }) {
  const { words } = useShortlist();
  const { reason } = text.params;
  const shown = within ?? ((sentence: string) => sentence);
  if (typeof reason !== "string" || reason === "") return shown(words.say(text));
  const [before, after = ""] = shown(words.say({ ...text, params: { ...text.params, reason: QUOTED } })).split(QUOTED);
  return quoted({ before: before ?? "", reason, after });
}

function quoted({ before, reason, after }: { before: string; reason: string; after: string }): ReactNode {
  return (
    <>
      {before}
      <span lang="en">{reason}</span>
      {after}
    </>
  );
}
