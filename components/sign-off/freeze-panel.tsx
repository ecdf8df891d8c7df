"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { useFreeze } from "@/lib/client/sign-off/mutations";
import { groupHash, type SignState } from "@/lib/client/sign-off/sign-state";
import { REQUIRED_SECTIONS, type WorksheetView } from "@/lib/domain/worksheet/schema";
import { files, routes } from "@/lib/routes";
import classes from "./sign-off.module.css";
import { WithdrawButton } from "./withdraw-button";

type Props = { view: WorksheetView; state: SignState };

/** Before: what freezing does and what it still needs. After: which revision stands and its fingerprint. */
export function FreezePanel({ view, state }: Props) {
  const t = useTranslations("sign");
  const format = useFormatter();
  const { revision } = state;
  // An approver sent it back: the text is open again and the next revision can be frozen.
  if (revision === null || revision.status === "rejected") return <FreezeForm view={view} state={state} />;
  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>
        {t("freeze.revision", { n: revision.n, at: format.dateTime(new Date(revision.at), { dateStyle: "long", timeStyle: "short" }) })}
      </h2>
      <p className="tiny">{t("freeze.hash")}</p>
      <p className={classes.hash} data-testid="record-hash">
        {groupHash(revision.sha256)}
      </p>
      <DraftFiles worksheetId={view.id} />
      {view.you.role === "facilitator" && (
        <div className={classes.row}>
          <WithdrawButton worksheetId={view.id} n={revision.n} />
        </div>
      )}
    </section>
  );
}

function FreezeForm({ view, state }: Props) {
  const t = useTranslations("sign.freeze");
  const freeze = useFreeze(view.id);
  const missing = freeze.error instanceof ApiError && freeze.error.code === "invalid_input" ? missingOf(freeze.error) : missingNow(view);
  const isFacilitator = view.you.role === "facilitator";
  return (
    <section className={classes.card}>
      <h2 className={classes.heading}>{t("heading")}</h2>
      <p className={classes.text}>{isFacilitator ? t("body") : t("onlyFacilitator")}</p>
      {missing.length > 0 && (
        <div className={classes.missing} role="status">
          <strong>{t("missingHeading")}</strong>
          <ul>
            {missing.map((item) => (
              <li key={item.key + item.detail}>
                <Link href={hrefOf(view.id, item.key)}>{t(`missing.${item.key}`, { detail: item.detail })}</Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {isFacilitator && (
        <div className={classes.row}>
          <Button onClick={() => freeze.mutate(undefined)} loading={freeze.isPending} disabled={missingNow(view).length > 0}>
            {t("action", { n: state.nextRevision })}
          </Button>
        </div>
      )}
      {!(freeze.error instanceof ApiError && freeze.error.code === "invalid_input") && <ErrorNote error={freeze.error} />}
    </section>
  );
}

function DraftFiles({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("sign.accepted");
  return (
    <p className={`small ${classes.note}`}>
      {t("draftHeading")} <a href={files.adrPdf(worksheetId)}>{t("pdf")}</a> · <a href={files.adrMarkdown(worksheetId)}>{t("markdown")}</a>{" "}
      · <a href={files.record(worksheetId)}>{t("json")}</a>
    </p>
  );
}

type MissingKey = "choice" | "alternatives" | "why" | "reconsider" | "approver" | "reveal" | "conditions" | "other";
type Missing = { key: MissingKey; detail: string };

function missingNow(view: WorksheetView): Missing[] {
  const written = new Set(view.sections.filter((section) => section.text.trim() !== "").map((section) => section.section));
  const keys: MissingKey[] = REQUIRED_SECTIONS.filter((section) => !written.has(section));
  if (!view.isRevealed) keys.unshift("reveal");
  if (view.approvers.length === 0) keys.push("approver");
  return keys.map((key) => ({ key, detail: "" }));
}

function missingOf(error: ApiError): Missing[] {
  return error.errors.map(({ path, message }) => ({ key: keyOf(path), detail: message }));
}

function keyOf(path: string): MissingKey {
  const section = REQUIRED_SECTIONS.find((name) => path.split(".").includes(name));
  if (section) return section;
  if (path.startsWith("approver")) return "approver";
  if (path.startsWith("reveal") || path.startsWith("question")) return "reveal";
  return path.startsWith("condition") ? "conditions" : "other";
}

function hrefOf(worksheetId: string, key: MissingKey): string {
  if (key === "approver") return "#approvers";
  if (key === "reveal") return routes.differences(worksheetId);
  if (key === "conditions") return `${routes.decision(worksheetId)}#conditions`;
  return key === "other" ? routes.decision(worksheetId) : `${routes.decision(worksheetId)}#${key}`;
}
