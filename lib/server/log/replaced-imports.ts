import "server-only";
import type { AdrLink } from "@/lib/domain/adr/schema";
import type { ReplacedImport } from "@/lib/domain/decision/desk";
import { archiveNames } from "@/lib/domain/log/references";
import { db, type Tx } from "../db/client";

/** Imported records that the log says a worksheet's decision replaces. */
export async function listReplacedImports(worksheetId: string, tx: Tx = db()): Promise<ReplacedImport[]> {
  const links = await tx.logLink.findMany({
    where: { by: { worksheetId }, replaced: { worksheetId: null, space: { deletedAt: null } } },
    select: { isPartial: true, replaced: { select: { id: true, spaceId: true, number: true, title: true } } },
    orderBy: { replacedId: "asc" },
  });
  return links.map(({ isPartial, replaced: { id, ...entry } }) => ({ entryId: id, ...entry, isPartial }));
}

/** The same as links of a Markdown file, by the names that the files have in the log's archive. */
export async function linksToImports(imports: readonly ReplacedImport[]): Promise<AdrLink[]> {
  return Promise.all(
    imports.map(async ({ entryId, spaceId, number, title, isPartial }) => {
      const fileName = await nameInArchive({ entryId, spaceId });
      return { number, title, isPartial, fileName };
    }),
  );
}

/** Only files of the same name compete for it, so that one link does not read the names of thousands. */
async function nameInArchive({ entryId, spaceId }: { entryId: string; spaceId: string }): Promise<string> {
  const { path } = await db().logSource.findUniqueOrThrow({ where: { entryId }, select: { path: true } });
  const base = path.split(/[/\\]/u).at(-1) ?? path;
  const rivals = await db().logSource.findMany({
    where: { spaceId, path: { endsWith: base, mode: "insensitive" } },
    select: { entryId: true, path: true },
    orderBy: { entryId: "asc" },
  });
  const names = archiveNames(rivals.map((rival) => rival.path));
  return names[rivals.findIndex((rival) => rival.entryId === entryId)] ?? base;
}
