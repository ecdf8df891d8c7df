import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hardCodedText } from "./testing/hard-coded-text";

/** Where words reach people: screens, the browser's data layer, documents, mails, charts and the verifier. */
const ROOTS = [
  "app",
  "components",
  "lib/client",
  "lib/domain/adr",
  "lib/domain/charts",
  "lib/domain/mail",
  "lib/server/adr",
  "lib/server/mail",
  "lib/verifier",
];

/** Literals that read like words and are none, or that no reader sees: per file, with what it is. */
const ALLOWED: Readonly<Record<string, readonly [text: string, why: string][]>> = {
  "app/api/page.tsx": [["curl -X POST", "a command"]],
  "app/fonts.ts": [["Times New Roman", "a font"]],
  "app/layout.tsx": [["light dark", "CSS"]],
  "components/ui/early-input-note.ts": [["earlyInput=", "a script"]],
  "components/ui/theme.ts": [
    ["1px solid", "CSS"],
    ["rgba(28, 27, 25, .10)", "CSS"],
  ],
  "components/workshop/stage-ready.tsx": [["Control+Enter Meta+Enter", "keys"]],
  "lib/client/api.ts": [
    ["application/json, application/problem+json", "media types"],
    ["The reply of", "a fault's detail, for developers; screens say its code"],
    ["could not be read.", "a fault's detail, for developers; screens say its code"],
  ],
  "lib/domain/charts/svg-text.ts": [["Inter, Helvetica", "fonts"]],
  "lib/domain/mail/compose-mail.ts": [
    ["style=", "HTML"],
    ["Helvetica,Arial", "CSS"],
    ["<!doctype html>", "HTML"],
  ],
  "lib/verifier/build-verifier.ts": [
    ["#!/usr/bin/env node", "the line that names the program"],
    [":root{", "CSS"],
    ["<!doctype html>", "HTML; its words come from the message file"],
    ["</style>", "HTML; its words come from the message file"],
  ],
};

/** The selector of what people type into, where shortcuts must not listen. */
const TYPED_INTO = "input, textarea, select";

describe("the words that people read", () => {
  it("stand in message files, not in the code", () => {
    const found = ROOTS.flatMap(sourcesBelow).flatMap((file) =>
      hardCodedText(readFileSync(file, "utf8")).map((text) => ({ file, ...text })),
    );
    const open = found.filter(
      ({ file, text }) => !text.startsWith(TYPED_INTO) && !(ALLOWED[file] ?? []).some(([known]) => text.includes(known)),
    );
    expect(open.map(({ file, line, text }) => `${file}:${line}: ${text.slice(0, 80)}`)).toEqual([]);
    const unused = Object.entries(ALLOWED).flatMap(([file, texts]) =>
      texts.filter(([known]) => !found.some((one) => one.file === file && one.text.includes(known))).map(([known]) => `${file}: ${known}`),
    );
    expect(unused, "allowed and not there any more").toEqual([]);
  });
});

describe("hardCodedText", () => {
  const textsOf = (source: string) => hardCodedText(source).map(({ text }) => text);

  it.each<[string, string, string[]]>([
    ["text between tags", "<p>Save {n} <b>now</b></p>", ["Save", "now"]],
    ["a literal between tags, also a chosen one", `<p>{busy ? "Saving" : "Saved"}{"."}</p>`, ["Saving", "Saved"]],
    ["what a screen reader says", `<a aria-label="close" href="/costs">{icon}</a>`, ["close"]],
    ["what a field shows", "<Input placeholder={what ? `Name of it` : null} />", ["Name of it"]],
    ["a label handed on in an object", `const item = { label: "Costs", href: "/costs" };`, ["Costs"]],
    ["a sentence anywhere", `say("Nobody has answered yet.");`, ["Nobody has answered yet."]],
  ])("finds %s", (_what, source, texts) => {
    expect(textsOf(source)).toEqual(texts);
  });

  it.each([
    `import { a } from "some thing else";`,
    `"use client"; throw new Error("The engine does not answer.");`,
    `<p className="card wide open">{t("label")} · 1 × 2</p>`,
    `<Field label={t("label")} name="label" d="M 10 ab cd" />`,
    `const column: "a b" | "some words here" = { label: "cost", key: "storedGb" };`,
  ])("leaves alone %s", (source) => {
    expect(textsOf(source)).toEqual([]);
  });
});

function sourcesBelow(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((name) => join(root, name))
    .filter((file) => /\.tsx?$/u.test(file) && !/\.test\.tsx?$/u.test(file))
    .sort();
}
