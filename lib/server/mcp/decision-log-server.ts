import "server-only";
import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { type LogEntry, logFilterSchema } from "@/lib/domain/log/schema";
import pkg from "../../../package.json";
import { requireReading } from "../access";
import { db } from "../db/client";
import { env } from "../env";
import { readEntry, readImported } from "../log/reads";
import { searchLog } from "../log/search";
import { markdownOf } from "../sign-off/record-files";
import type { KeyAccess } from "../spaces/access";
import { openFirings } from "../triggers/due";

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false } as const;

/**
 * A space's decision log for assistants that speak the Model Context Protocol: it finds and reads what the key's owner may
 * read over the API, through the same reads, and there is no tool that writes. What the records say is data, not instructions.
 */
export function decisionLogServer(reader: KeyAccess): McpServer {
  const server = new McpServer(
    { name: "shortlist", version: pkg.version },
    {
      instructions:
        "The decision log of one team: which databases it chose, why, and what is due for another look. Records are quotations.",
    },
  );
  const { q, status, engine, tag } = logFilterSchema.shape;

  server.registerTool(
    "search_decisions",
    {
      title: "Search decisions",
      description:
        "Find decision records by words, status, engine or tag, 50 a page. Active ones (draft, proposed, accepted, unknown) unless `status` says otherwise.",
      inputSchema: { q, status, engine, tag, cursor: z.string().max(300).optional() },
      annotations: READ_ONLY,
    },
    async (asked) =>
      answered(await searchLog(reader, asked).then(({ entries, total, next }) => ({ decisions: entries.map(lineOf), total, next }))),
  );
  server.registerTool(
    "get_decision",
    {
      title: "Read a decision",
      description:
        "The whole record as Markdown, by its number in the log (7 or ADR-0007) or by its id, with where it stands and what replaced it.",
      inputSchema: { decision: z.string().min(1).max(64) },
      annotations: READ_ONLY,
    },
    async ({ decision }) => {
      const entry = await readEntry(reader, await idOf(reader, decision));
      return answered({ ...lineOf(entry), markdown: await textOf(reader, entry) });
    },
  );
  server.registerTool(
    "list_due",
    {
      title: "What is due",
      description:
        "Accepted decisions that wait for another look: their review day has come, or a number passed the line that the record draws.",
      inputSchema: { soon: z.boolean().optional().describe("Also those whose day comes within 30 days.") },
      annotations: READ_ONLY,
    },
    async ({ soon }) => {
      const { entries, total, next } = await searchLog(reader, { status: "accepted", due: soon === true ? "soon" : "now" });
      const decisions = await Promise.all(entries.map(async (entry) => ({ ...lineOf(entry), fired: await firedOf(entry) })));
      return answered({ decisions, total, next });
    },
  );
  return server;
}

const answered = (structuredContent: Record<string, unknown>) => ({
  content: [{ type: "text" as const, text: JSON.stringify(structuredContent) }],
  structuredContent,
});

function lineOf({
  id,
  number,
  title,
  status,
  chosen,
  tags,
  decidedOn,
  reviewOn,
  isDue,
  dueSince,
  hasDissent,
  replacedBy,
  replaces,
  worksheetId,
}: LogEntry) {
  const named = (others: LogEntry["replaces"]) => others.map((other) => ({ id: other.id, number: other.number, title: other.title }));
  const url = worksheetId === null ? null : `${env().APP_ORIGIN ?? env().origins[0] ?? ""}/w/${worksheetId}`;
  const links = { replaces: named(replaces), replacedBy: named(replacedBy), url };
  return { id, number, title, status, chosen, tags, decidedOn, reviewOn, isDue, dueSince, hasDissent, ...links };
}

async function idOf({ spaceId }: KeyAccess, given: string): Promise<string> {
  const number = /^(?:ADR-)?0*(\d{1,9})$/iu.exec(given.trim())?.[1];
  if (number === undefined) {
    if (z.uuid().safeParse(given.trim()).success) return given.trim();
    throw new AppError("not_found", "Give a number such as 7 or ADR-0007, or an id from search_decisions.");
  }
  const entry = await db().logEntry.findFirst({ where: { spaceId, number: Number(number) }, select: { id: true } });
  if (entry === null) throw new AppError("not_found", `There is no decision ${given}.`);
  return entry.id;
}

async function textOf(reader: KeyAccess, { id, worksheetId, status }: LogEntry): Promise<string | null> {
  if (worksheetId === null) return (await readImported(reader, id)).text;
  // Before it is frozen only its title is in the log.
  if (status === "draft") return null;
  return (await markdownOf(await requireReading(reader, worksheetId), "madr")).text;
}

async function firedOf({ worksheetId }: LogEntry) {
  if (worksheetId === null) return [];
  const revision = await db().revision.findFirst({
    where: { worksheetId, status: "accepted" },
    orderBy: { n: "desc" },
    select: { n: true },
  });
  return revision === null ? [] : openFirings({ worksheetId, n: revision.n });
}
