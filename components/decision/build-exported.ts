import { composeAdr } from "@/lib/domain/adr/compose-adr";
import { adrFileName } from "@/lib/domain/adr/file-name";
import { renderMadr } from "@/lib/domain/adr/render-madr";
import type { AdrLink } from "@/lib/domain/adr/schema";
import { withDrawings } from "@/lib/domain/adr/with-drawings";
import type { LifeView } from "@/lib/domain/decision/desk";
import type { Messages } from "@/lib/domain/messages/format";
import type { RecordExport } from "@/lib/domain/record/export-json";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import type { Draft } from "./build-draft";

type Input = {
  exported: RecordExport;
  /** The file as the server gives it. */
  markdown: string;
  standing: Pick<WorksheetView, "adr" | "revisions">;
  life: Pick<LifeView, "supersedes" | "supersededBy" | "supersedesImports">;
  messages: Messages;
};

/** The frozen decision as its file has it: where it stands, its number, its approvals and what it replaces. */
export function buildExported({ exported, markdown, standing, life, messages }: Input): Draft {
  const { record, people, approvals, number, sha256 } = exported;
  const revision = standing.revisions.find((one) => one.sha256 === sha256);
  const document = composeAdr({
    record,
    people,
    approvals,
    number,
    sha256,
    status: standing.adr.status,
    revision: revision?.n ?? null,
    decidedAt: revision?.decidedAt ?? null,
    relations: {
      supersededBy: life.supersededBy.filter(({ isAccepted, isGone }) => isAccepted && !isGone).map(linkTo),
      supersedes: [...life.supersedes.filter(({ number: given, isGone }) => given !== null && !isGone), ...life.supersedesImports].map(
        linkTo,
      ),
    },
    messages,
  });
  // The file's own links and words, with the drawings that Markdown alone cannot show.
  const drawn = withDrawings(document);
  return {
    markdown,
    drawn: renderMadr(drawn.document, messages),
    drawings: new Map(drawn.files.map(({ path, text }) => [path, text])),
  };
}

function linkTo({ number, title, isPartial }: { number: number | null; title: string; isPartial: boolean }): AdrLink {
  return { number, title, isPartial, fileName: adrFileName(number, title) };
}
