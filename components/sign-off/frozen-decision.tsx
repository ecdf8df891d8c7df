"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { PageContents } from "@/components/ui/page-contents";
import { revisionQueries } from "@/lib/client/sign-off/queries";
import type { RevisionReply } from "@/lib/client/sign-off/revision-reply";
import type { RevisionView } from "@/lib/domain/worksheet/schema";
import { files } from "@/lib/routes";
import classes from "./frozen-decision.module.css";
import { RecordAccepted } from "./record-accepted";
import { RecordAssumptions } from "./record-assumptions";
import { RecordCosts } from "./record-costs";
import { RecordMigration } from "./record-migration";
import { RecordReconsider } from "./record-reconsider";

type Props = { worksheetId: string; revision: RevisionView; verdictAnchor?: string };

/** What exactly is approved, read from the frozen record and from nothing else. */
export function FrozenDecision({ worksheetId, revision, verdictAnchor }: Props) {
  const t = useTranslations("sign.read");
  const reply = useQuery(revisionQueries.detail(worksheetId, revision.n, revision.sha256));
  if (reply.isPending) return <p className="muted">{t("loading")}</p>;
  if (reply.isError) {
    return (
      <div role="alert">
        <p>{t("failed")}</p>
        <Button variant="default" onClick={() => void reply.refetch()}>
          {t("retry")}
        </Button>
      </div>
    );
  }
  const decidedAt = revision.decidedAt ?? revision.at;
  return <RecordText worksheetId={worksheetId} reply={reply.data} decidedAt={decidedAt} verdictAnchor={verdictAnchor} />;
}

const PARTS = [
  "choice",
  "why",
  "alternatives",
  "reconsider",
  "costs",
  "consequences",
  "dissent",
  "accepted",
  "implementation",
  "migration",
  "assumptions",
  "exit",
] as const;

/** Parts that most records do not have stand in the list only where they have something to say. */
function partsOf({ decision, migration, accepted = [], putAside = [] }: RevisionReply["record"]) {
  const { implementation = "", not_implemented: not = "" } = decision.sections;
  const isThere: Partial<Record<(typeof PARTS)[number], boolean>> = {
    implementation: `${implementation}${not}`.trim() !== "",
    accepted: accepted.length + putAside.length > 0,
    migration: migration !== undefined,
  };
  return PARTS.filter((part) => isThere[part] ?? true);
}

type TextProps = { worksheetId: string; reply: RevisionReply; decidedAt: string; verdictAnchor?: string };

function RecordText({ worksheetId, reply, decidedAt, verdictAnchor }: TextProps) {
  const t = useTranslations("sign.read");
  const { record } = reply;
  const texts = record.decision.sections;
  const parts = partsOf(record);
  return (
    <article aria-label={t("top")}>
      <PageContents
        parts={[
          ...parts.map((part) => ({ id: `read-${part}`, title: t(part) })),
          ...(verdictAnchor === undefined ? [] : [{ id: verdictAnchor, title: t("verdict") }]),
        ]}
      />
      <Part id="choice">
        <p className={classes.choice}>{texts.choice || t("empty")}</p>
      </Part>
      <Part id="why">
        <Words text={texts.why} />
      </Part>
      <Part id="alternatives">
        <Words text={texts.alternatives} />
      </Part>
      <Part id="reconsider">
        <Words text={texts.reconsider} />
        <RecordReconsider reply={reply} decidedAt={decidedAt} />
      </Part>
      <Part id="costs">
        <RecordCosts costs={record.costs} />
      </Part>
      <Part id="consequences">
        <p className={classes.sub}>{t("good")}</p>
        <Words text={texts.consequences_good} />
        <p className={classes.sub}>{t("bad")}</p>
        <Words text={texts.consequences_bad} />
      </Part>
      <Part id="dissent">
        <Words text={texts.dissent} empty={t("noDissent")} />
      </Part>
      {parts.includes("accepted") && (
        <Part id="accepted">
          <RecordAccepted reply={reply} />
        </Part>
      )}
      {parts.includes("implementation") && (
        <Part id="implementation">
          <Words text={texts.implementation} />
          <p className={classes.sub}>{t("notImplemented")}</p>
          <Words text={texts.not_implemented} />
        </Part>
      )}
      {record.migration && (
        <Part id="migration">
          <RecordMigration plan={record.migration} candidates={record.evaluation.candidates} />
        </Part>
      )}
      <Part id="assumptions">
        <RecordAssumptions record={record} />
        <p className="small">
          <a href={files.adrPdf(worksheetId)}>{t("full")}</a>
        </p>
      </Part>
      <Part id="exit">
        <Words text={texts.exit_plan} />
      </Part>
    </article>
  );
}

function Part({ id, children }: { id: (typeof PARTS)[number]; children: React.ReactNode }) {
  const t = useTranslations("sign.read");
  return (
    <section id={`read-${id}`} className={classes.section}>
      <h3>{t(id)}</h3>
      {children}
    </section>
  );
}

function Words({ text, empty }: { text: string | undefined; empty?: string }) {
  const t = useTranslations("sign.read");
  if (!text?.trim()) return <p className="muted">{empty ?? t("empty")}</p>;
  return <p className={classes.text}>{text}</p>;
}
