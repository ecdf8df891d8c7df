import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { parse } from "yaml";
import { z } from "zod";
import rules from "../../messages/en/rules.json";
import { evaluate } from "../domain/engine/evaluate";
import { type EvaluateReply, evaluateRequestSchema } from "../domain/engine/schema";
import { evaluationInWords } from "../domain/engine/words";
import { templateIdSchema } from "../domain/templates/schema";
import { findTemplate, frameOfTemplate } from "../domain/templates/templates";
import { type Ending, text, unasked } from "./command";

const LARGEST_FILE = 1024 * 1024;
/** What a file may say beside the engine's request. */
const fileSchema = z.looseObject({
  title: z.string().optional(),
  template: templateIdSchema.optional(),
  require: z.array(z.string()).optional(),
});

/** Evaluates the answers of a YAML file; with `--require`, or `require` in the file, fails when a system is not on the list. */
export async function evaluateCommand(args: string[]): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: "boolean" }, require: { type: "string", multiple: true }, forbid: { type: "string", multiple: true } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) return { code: 2, error: text("help.evaluate") };
  const content = await readFile(path, "utf8").catch(() => null);
  if (content === null) return unasked("unreadable", { path });
  if (content.length > LARGEST_FILE) return unasked("tooLarge", { path });
  const asked = readAnswers(content);
  if (!asked.ok) return { code: 2, error: [text("badFile", { path }), ...asked.faults].join("\n") };
  const { title, required, request } = asked;
  const reply = evaluationInWords(evaluate(request), { rules }, "en");
  const known = new Set(reply.candidates.map(({ id }) => id));
  const wanted = [...required, ...(values.require ?? [])].map(familiarId);
  const unwanted = (values.forbid ?? []).map(familiarId);
  const strange = [...wanted, ...unwanted].find((id) => !known.has(id));
  if (strange !== undefined) return unasked("unknownSystem", { name: strange });
  const listed = new Set(reply.shortlist.map(({ id }) => id));
  const missing = wanted.filter((id) => !listed.has(id));
  const present = unwanted.filter((id) => listed.has(id));
  const failures = [
    ...missing.map((id) => text("missing", { name: nameOf(reply, id), why: whyOf(reply, id) })),
    ...present.map((id) => text("present", { name: nameOf(reply, id) })),
  ];
  const out = values.json ? JSON.stringify({ ...reply, required: wanted, missing, present }, null, 2) : inWords(reply, title);
  return { code: failures.length > 0 ? 1 : 0, out, ...(failures.length > 0 ? { error: failures.join("\n") } : {}) };
}

type Asked =
  | { ok: true; title: string | null; required: string[]; request: z.infer<typeof evaluateRequestSchema> }
  | { ok: false; faults: string[] };

function readAnswers(content: string): Asked {
  let value: unknown;
  try {
    value = parse(content, { maxAliasCount: 100 });
  } catch (fault) {
    return { ok: false, faults: [String(fault).split("\n")[0] ?? ""] };
  }
  const file = fileSchema.safeParse(value);
  if (!file.success) return { ok: false, faults: faultsOf(file.error) };
  const { title, template, require: required = [], ...rest } = file.data;
  const request = evaluateRequestSchema.safeParse(
    template === undefined ? rest : { ...rest, answers: withTemplate(rest.answers, template) },
  );
  if (!request.success) return { ok: false, faults: faultsOf(request.error) };
  return { ok: true, title: title ?? null, required, request: request.data };
}

/** The template's frame beneath the file's own answers. Its suggestions are nobody's answers, so they do not count. */
function withTemplate(answers: unknown, template: z.infer<typeof templateIdSchema>): unknown {
  if (findTemplate(template) === null || (answers !== undefined && (typeof answers !== "object" || answers === null))) return answers;
  const filled = frameOfTemplate(template) as Record<string, object>;
  const own = (answers ?? {}) as Record<string, object>;
  const groups = [...new Set([...Object.keys(filled), ...Object.keys(own)])];
  return Object.fromEntries(groups.map((group) => [group, { ...filled[group], ...own[group] }]));
}

function faultsOf(error: z.ZodError): string[] {
  return error.issues.slice(0, 20).map(({ path, message }) => `  ${path.join(".") || "."}: ${message}`);
}

/** People say postgres. */
function familiarId(name: string): string {
  const id = name.trim().toLowerCase();
  return { postgres: "postgresql", mongo: "mongodb", mssql: "sql-server", dynamo: "dynamodb" }[id] ?? id;
}

function nameOf(reply: EvaluateReply, id: string): string {
  return reply.candidates.find((candidate) => candidate.id === id)?.name ?? id;
}

function inWords(reply: EvaluateReply, title: string | null): string {
  const lines = reply.shortlist.map(({ id }, index) => `${index + 1}. ${nameOf(reply, id)}\n${reasonsOf(reply, id)}`);
  const eliminated = reply.candidates.filter(({ status }) => status === "eliminated").length;
  return [
    ...(title === null ? [] : [title, ""]),
    text("found", { n: reply.shortlist.length, total: reply.candidates.length, eliminated }),
    ...lines,
    ...reply.warnings.slice(0, 10).map((warning) => `! ${warning.text} (${warning.id})`),
    ...(reply.openAssumptions.length > 0 ? [text("open", { n: reply.openAssumptions.length })] : []),
    text("versions", { catalogue: reply.versions.catalogue, rules: reply.versions.rules, hash: reply.hash }),
  ].join("\n");
}

function reasonsOf(reply: EvaluateReply, id: string): string {
  const fired = reply.candidates.find((candidate) => candidate.id === id)?.rules.filter(({ outcome }) => outcome === "fires") ?? [];
  return fired
    .slice(0, 5)
    .map((rule) => `   ${rule.text} (${rule.id})`)
    .join("\n");
}

/** Why a system is not on the list: the rules that took it off, or that others stand before it. */
function whyOf(reply: EvaluateReply, id: string): string {
  const candidate = reply.candidates.find((one) => one.id === id);
  const rules = candidate?.rules.filter(({ effect, outcome }) => effect === "ELIM" && outcome === "fires") ?? [];
  return rules.length === 0 ? text("behind") : rules.map((rule) => `${rule.text} (${rule.id})`).join(" ");
}
