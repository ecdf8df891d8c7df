import wordsDe from "../../messages/de/verifier.json";
import wordsEn from "../../messages/en/verifier.json";
import { pickLocale } from "../../messages/locale";
import type { VerifyReply } from "../domain/verify/schema";
import { readFingerprint, verdictOffline } from "./words";

/** The script of the one-file verifier: no framework and no network, so that somebody can read all of it in ten years. */

const locale = pickLocale({ chosen: undefined, accepted: navigator.languages.join(",") });
const words: typeof wordsEn = { en: wordsEn, de: wordsDe }[locale];
const input = element("file", HTMLInputElement);
const root = element("root", HTMLInputElement);
const result = element("result", HTMLElement);
const drop = element("drop", HTMLElement);
let last: File | null = null;

for (const node of document.querySelectorAll<HTMLElement>("[data-words]")) node.textContent = wordsOf(node.dataset.words ?? "");
document.title = words.title;
document.documentElement.lang = locale;
input.addEventListener("change", () => void check(input.files?.[0] ?? null));
root.addEventListener("change", () => void check(last));
drop.addEventListener("dragover", (event) => event.preventDefault());
drop.addEventListener("drop", (event) => {
  event.preventDefault();
  void check(event.dataTransfer?.files[0] ?? null);
});

async function check(file: File | null): Promise<void> {
  if (file === null) return;
  last = file;
  result.replaceChildren(paragraph(words.checking));
  if (globalThis.crypto?.subtle === undefined) {
    result.replaceChildren(paragraph(words.noCrypto));
    return;
  }
  const typed = root.value.trim();
  const fingerprint = typed === "" ? null : readFingerprint(typed);
  if (typed !== "" && fingerprint === null) {
    result.replaceChildren(paragraph(words.badRoot));
    return;
  }
  show(file.name, await verdictOffline(new Uint8Array(await file.arrayBuffer()), fingerprint, locale));
}

function show(name: string, { verdict, headline, checks, decision, file }: VerifyReply): void {
  const heading = document.createElement("h2");
  heading.textContent = headline;
  heading.className = verdict;
  const list = document.createElement("ul");
  list.append(...checks.map(line));
  const about =
    decision === null ? [] : [paragraph(decision.number === null ? decision.title : `ADR-${decision.number}: ${decision.title}`)];
  result.replaceChildren(heading, ...about, list, paragraph(`${name}, SHA-256 ${file.sha256}`));
}

const MARKS: Record<string, string> = { true: "✓", false: "✕", null: "○" };

function line({ ok, title, detail }: VerifyReply["checks"][number]): HTMLElement {
  const item = document.createElement("li");
  item.className = String(ok);
  const strong = document.createElement("strong");
  strong.textContent = `${MARKS[String(ok)]} ${title}. `;
  item.append(strong, detail);
  return item;
}

function paragraph(text: string): HTMLElement {
  const node = document.createElement("p");
  node.textContent = text;
  return node;
}

function wordsOf(key: string): string {
  return (words as Record<string, string>)[key] ?? key;
}

function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no #${id}.`);
  return found;
}
