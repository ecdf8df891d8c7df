import { AuditTable } from "@/components/audit/audit-table";
import { Column } from "@/components/ui/column";
import { HydrateWorksheet } from "@/components/worksheet/hydrate-worksheet";
import { WorksheetShell } from "@/components/worksheet/worksheet-shell";
import { readAudit } from "@/lib/server/audit/reads";
import { loadWorksheetView, pageAccess } from "@/lib/server/pages";
import { serverWords } from "@/messages/server-words";

export default async function AuditPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const view = await loadWorksheetView(id);
  const [audit, t] = await Promise.all([readAudit(await pageAccess(id)), serverWords("audit")]);
  return (
    <HydrateWorksheet view={view}>
      <WorksheetShell id={id} current="settings">
        <Column width="wide">
          <h1 className="find">{t("heading")}</h1>
          <AuditTable audit={audit} t={t} worksheetId={id} />
        </Column>
      </WorksheetShell>
    </HydrateWorksheet>
  );
}
