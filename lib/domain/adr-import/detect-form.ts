import type { BodyFields } from "./body-fields";
import type { FrontMatter } from "./front-matter";
import type { Heading } from "./outline";
import type { AdrForm } from "./schema";

/** What tells the forms apart. `body` is the file without its front matter. */
export type FormSigns = {
  headings: readonly Heading[];
  frontMatter: FrontMatter;
  fields: BodyFields;
  hasFileDate: boolean;
  body: string;
  hasYStatement: boolean;
  isFlattened: boolean;
};

/** `isAssumed` when the file shows the family and not the version. */
export type FoundForm = { form: AdrForm; isAssumed: boolean };

/**
 * The form a record is written in, by its section names first and its metadata second. MADR 3 and 4 differ in a few words
 * only; a file with none of them is read as MADR 4 and said to be.
 * @example detectForm(signs).form // "madr-4"
 */
export function detectForm(signs: FormSigns): FoundForm {
  const names = new Set(signs.headings.filter(({ level }) => level <= 2).map(({ text }) => text.toLowerCase()));
  const has = (...all: string[]) => all.some((name) => names.has(name));
  if (has("decision outcome", "considered options", "considered alternatives")) return madrForm(signs, names);
  if (has("decision") && has("context", "consequences", "status")) return { form: nygardForm(signs), isAssumed: false };
  if (signs.isFlattened) return { form: "nygard-flattened", isAssumed: false };
  if (signs.hasYStatement) return { form: "y-statement", isAssumed: false };
  return { form: has("context", "status") ? "nygard" : "unknown", isAssumed: false };
}

function nygardForm({ headings, frontMatter, fields }: FormSigns): AdrForm {
  const hasTitle = headings.some(({ level }) => level === 1);
  if (fields.bullet === "-") return "log4brains-nygard-hybrid";
  return !hasTitle && frontMatter.fields.has("title") ? "backstage" : "nygard";
}

function madrForm(signs: FormSigns, names: ReadonlySet<string>): FoundForm {
  const { headings, frontMatter, fields, hasFileDate, body } = signs;
  const third = new Set(headings.filter(({ level }) => level === 3).map(({ text }) => text.toLowerCase()));
  if (frontMatter.raw === "") {
    if (fields.bullet === "-" || (hasFileDate && fields.bullet === null)) return { form: "log4brains", isAssumed: false };
    if (fields.bullet === "*") return { form: "madr-2", isAssumed: false };
    const isLater = third.has("consequences") || third.has("confirmation") || names.has("validation") || names.has("more information");
    if (!isLater) return { form: names.has("context and problem statement") ? "madr-2" : "madr-1", isAssumed: false };
  }
  const keys = frontMatter.fields;
  if (keys.has("decision-makers") || third.has("confirmation")) return { form: "madr-4", isAssumed: false };
  if (keys.has("deciders") || names.has("validation") || third.has("validation")) return { form: "madr-3", isAssumed: false };
  const start = body.slice(0, 100_000);
  if (/^deciders:/mu.test(start)) return { form: "madr-3", isAssumed: true };
  return { form: "madr-4", isAssumed: !/^decision-makers:|MADR\W{0,60}4\.\d/mu.test(start) };
}
