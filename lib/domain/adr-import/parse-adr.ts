import { readBodyFields } from "./body-fields";
import { decodeText } from "./decode-text";
import { detectForm } from "./detect-form";
import { readFrontMatter } from "./front-matter";
import { outline } from "./outline";
import { readDate } from "./read-date";
import { readFileName } from "./read-number";
import { chosenOption, consideredOptions, supersedes } from "./read-options";
import { isPlaceholder, readStatus } from "./read-status";
import { readTitle } from "./read-title";
import type { AdrWarningCode, ParsedAdr, UnreadableReason } from "./schema";
import { splitPlain, splitSections } from "./split-sections";
import { statusSection } from "./status-section";
import { readYStatement } from "./y-statement";

export type ParseResult = { ok: true; adr: ParsedAdr } | { ok: false; reason: UnreadableReason };

/**
 * A record in any of the usual forms, read without guessing: what the file does not state is null, and its status
 * "unknown". Nothing is lost: `frontMatter` and the sections' texts together are the file. Takes time in proportion to the
 * file; `fileName` adds the number or the date that the name states.
 * @example parseAdr("# 3. Use PostgreSQL\n\n## Status\n\nAccepted\n\n## Decision\n\nYes.\n") // { ok: true, adr: { number: "3", status: "accepted", ... } }
 */
export function parseAdr(source: Uint8Array | string, fileName = ""): ParseResult {
  const decoded = decodeText(source);
  if (!decoded.ok) return decoded;
  const frontMatter = readFrontMatter(decoded.text);
  const body = decoded.text.slice(frontMatter.raw.length);
  const { headings, isFenceOpen, isCut } = outline(body);
  const plainSections = headings.some(({ level }) => level <= 2) ? null : splitPlain(body);
  const sections = plainSections ?? splitSections(body, headings);
  const top = sections.filter(({ level, heading }) => level === 1 || heading === null).slice(0, 2);
  const fields = readBodyFields(top.map(({ text }) => text).join("\n"));
  const named = readFileName(fileName);
  const title = readTitle({ headings, frontMatter, body, fileNumber: named.number, isFlattened: plainSections !== null });
  const yStatement = readYStatement(body);
  const { form, isAssumed } = detectForm({
    headings,
    frontMatter,
    fields,
    hasFileDate: named.date !== null,
    body,
    hasYStatement: yStatement !== null,
    isFlattened: plainSections !== null,
  });
  const front = (key: string) => textOf(frontMatter.fields.get(key));
  const written = front("status") ?? fields.values.get("status") ?? statusSection(sections) ?? "";
  const status = readStatus(written);
  const frontDate = front("date");
  const dateRaw = frontDate ?? fields.values.get("date") ?? null;
  const date = dateRaw === null ? null : readDate(dateRaw);
  const isTemplate = title.raw !== null && isPlaceholder(title.raw);
  const codes: (AdrWarningCode | false)[] = [
    ...decoded.warnings,
    ...frontMatter.warnings,
    isFenceOpen && "unclosed_fence",
    isCut && "too_many_sections",
    title.title === null && "no_title",
    status === null && "no_status",
    status !== null && !status.isUsual && "unusual_status",
    dateRaw !== null && dateRaw !== "" && date === null && "unreadable_date",
    isAssumed && "version_assumed",
    isTemplate && "template",
    form === "unknown" && "no_form",
  ];
  return {
    ok: true,
    adr: {
      format: isTemplate ? `${form}-template` : form,
      title: title.title,
      titleRaw: title.raw,
      number: isTemplate ? null : title.number,
      numberSource: isTemplate ? null : title.numberSource,
      status: status?.status ?? "unknown",
      statusRaw: status?.raw ?? (written === "" ? null : written.slice(0, 1_000)),
      date,
      dateRaw: dateRaw === "" ? null : dateRaw,
      dateSource: date === null ? null : sourceOf(frontDate),
      filenameDate: named.date,
      deciders: peopleOf(frontMatter.fields.get("decision-makers") ?? frontMatter.fields.get("deciders") ?? fields.values.get("deciders")),
      tags: peopleOf(frontMatter.fields.get("tags") ?? fields.values.get("tags")),
      consideredOptions: isTemplate ? [] : consideredOptions(sections),
      chosenOption: isTemplate ? null : chosenOption(sections),
      supersededBy: status?.target ?? null,
      supersedes: supersedes(sections),
      yStatement,
      frontMatter: frontMatter.raw,
      sections,
      warnings: codes.filter((code) => code !== false),
    },
  };
}

function sourceOf(frontDate: string | null): "front-matter" | "body" {
  return frontDate === null ? "body" : "front-matter";
}

function textOf(value: string | string[] | undefined): string | null {
  const text = Array.isArray(value) ? value.join(", ") : value;
  return text === undefined || text.trim() === "" ? null : text.trim();
}

function peopleOf(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  const written = Array.isArray(value) || isPlaceholder(value) ? [] : value.replaceAll(/^\[|\]$/gu, "").split(",");
  const names = Array.isArray(value) ? value : written;
  return names.map((name) => name.trim()).filter((name) => name !== "" && !isPlaceholder(name));
}
