"use client";

import { useReaderWording, type Wording } from "@/components/ui/document-messages";
import { findField } from "@/lib/domain/answers/fields";
import type { FactCitation } from "@/lib/domain/engine/schema";
import { formatMessage, type Messages } from "@/lib/domain/messages/format";
import type { MessageRef } from "@/lib/domain/messages/message-ref";

/** Turns what the engine cites (message refs, answer paths, catalogue fields, ids) into the reader's words. */
export function useEngineWords(nameOf: (id: string) => string) {
  return engineWords(nameOf, useReaderWording());
}

/** The same in a language of choice: that of a document, for what goes into its text. */
export function engineWords(nameOf: (id: string) => string, { t, format, locale, icu }: Wording) {
  const messages = icu as Messages;

  const option = (path: string, value: string) => {
    const id = `fields.${path}.options.${value}`;
    return t.has(id) ? t(id) : nameOf(value);
  };
  const value = (path: string, given: unknown): string => {
    if (given === null || given === undefined) return t("shortlist.funnel.unanswered");
    if (typeof given === "number") {
      const unit = findField(path)?.unit;
      return unit ? t(`fields.amounts.${unit}`, { n: given }) : format.number(given);
    }
    if (Array.isArray(given)) return format.list(given.map((item) => option(path, String(item))));
    if (typeof given === "object") {
      return format.list(Object.entries(given).map(([id, level]) => `${nameOf(id)}: ${t(`fields.experience.${level}`)}`));
    }
    return option(path, String(given));
  };

  const field = (path: string) => (t.has(`fields.${path}.label`) ? t(`fields.${path}.label`) : path);

  return {
    value,
    say: (ref: MessageRef) => formatMessage(messages, ref, locale),
    field,
    /** A question with its answer, a label with its value: only the label takes a colon. */
    cite: (path: string, given: unknown) => t("shortlist.cited", { field: withColon(field(path)), value: value(path, given) }),
    heading: (path: string) => withColon(field(path)),
    fact: ({ field, value: given }: FactCitation) => `${factField(field)}: ${factValue(given)}`,
    names: (ids: readonly string[]) => format.list(ids.map(nameOf)),
  };

  function factField(field: string): string {
    const [head = "", ...rest] = field.split(".");
    const whole = `shortlist.factField.${field.replaceAll(".", "_")}`;
    if (t.has(whole)) return t(whole);
    if (head === "workload_fit") return t("shortlist.factField.workload_fit", { shape: option("workload.primary", rest.join(".")) });
    return t.has(`shortlist.factField.${head}`) ? t(`shortlist.factField.${head}`) : field;
  }

  function factValue(given: unknown): string {
    if (given === null || given === undefined) return t("shortlist.rule.noFact");
    if (typeof given === "number") return format.number(given);
    if (typeof given === "boolean") return t(given ? "shortlist.yes" : "shortlist.no");
    if (Array.isArray(given)) return given.length === 0 ? t("shortlist.nothing") : format.list(given.map((item) => nameOf(String(item))));
    if (typeof given === "string" && t.has(`shortlist.factValue.${given}`)) return t(`shortlist.factValue.${given}`);
    return typeof given === "object" ? JSON.stringify(given) : String(given).replaceAll("_", " ");
  }
}

function withColon(label: string): string {
  return label.endsWith("?") ? label : `${label}:`;
}

export type EngineWords = ReturnType<typeof useEngineWords>;
