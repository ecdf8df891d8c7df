"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { ShortcutSwitch } from "@/components/commands/shortcut-switch";
import { KeepingSection } from "@/components/keeping/keeping-section";
import { WorksheetSpace } from "@/components/space/worksheet-space";
import { Column } from "@/components/ui/column";
import { LanguageChoice } from "@/components/ui/language-choice";
import { ThemeChoice } from "@/components/ui/theme-choice";
import { LeakCheck } from "@/components/workshop/leak-check";
import { PeopleSettings } from "@/components/workshop/people-settings";
import { SpokenAnswers } from "@/components/workshop/spoken-answers";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { linkRoleSchema, type WorksheetView } from "@/lib/domain/worksheet/schema";
import { files, routes } from "@/lib/routes";
import { ForgetBrowser } from "./forget-browser";
import { JoinCode } from "./join-code";
import { LinkList } from "./link-list";
import { MemberLinks } from "./member-links";
import { OwnReturnLink } from "./own-return-link";
import classes from "./settings-screen.module.css";
import { SharedLink } from "./shared-link";

export function SettingsScreen({ id }: { id: string }) {
  const t = useTranslations("worksheet.settings");
  const people = useTranslations("workshop.people");
  const probe = useTranslations("workshop.probe");
  const worksheet = useWorksheet(id);
  const isFacilitator = worksheet.you.role === "facilitator";
  return (
    <Column>
      <div className={classes.page}>
        <h1>{t("title")}</h1>
        {isFacilitator && <FacilitatorParts worksheet={worksheet} />}
        {worksheet.you.role !== "approver" && (
          <section className={classes.part}>
            <h2>{people("title")}</h2>
            <PeopleSettings worksheet={worksheet} />
          </section>
        )}
        {isFacilitator && (
          <section className={classes.part}>
            <h2>{people("spokenTitle")}</h2>
            <SpokenAnswers worksheet={worksheet} />
          </section>
        )}
        {isFacilitator && (
          <section className={classes.part}>
            <h2>{probe("title")}</h2>
            <LeakCheck worksheet={worksheet} />
          </section>
        )}
        {worksheet.you.role !== "approver" && <OwnReturnLink worksheet={worksheet} />}
        {(isFacilitator || worksheet.space) && <WorksheetSpace worksheet={worksheet} />}
        <ExportFiles worksheet={worksheet} />
        {worksheet.you.role !== "approver" && (
          <section className={classes.part}>
            <h2>{t("history")}</h2>
            <p>
              <Link href={routes.audit(worksheet.id)} prefetch={false}>
                {t("historyLink")}
              </Link>
            </p>
          </section>
        )}
        {isFacilitator && worksheet.space === null && (
          <section className={classes.part}>
            <h2>{t("webhooks")}</h2>
            <p>
              <Link href={routes.webhooks(worksheet.id)} prefetch={false}>
                {t("webhooksLink")}
              </Link>
            </p>
          </section>
        )}
        {isFacilitator && <KeepingSection worksheet={worksheet} />}
        <section className={classes.part}>
          <h2>{t("device")}</h2>
          <ThemeChoice />
          <LanguageChoice />
          <ShortcutSwitch />
          <ForgetBrowser />
        </section>
      </div>
    </Column>
  );
}

function FacilitatorParts({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet.settings");
  return (
    <>
      <section className={classes.part}>
        <h2>{t("links")}</h2>
        {linkRoleSchema.options.map((kind) => (
          <SharedLink key={kind} worksheetId={worksheet.id} kind={kind} canReplace />
        ))}
        <JoinCode worksheetId={worksheet.id} />
      </section>
      <section className={classes.part}>
        <h2>{t("list")}</h2>
        <LinkList worksheetId={worksheet.id} />
      </section>
      <MemberLinks worksheet={worksheet} />
    </>
  );
}

/** Only what there is: answers after the reveal, the record once it was frozen. */
function ExportFiles({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet.settings");
  const hasRecord = worksheet.revisions.length > 0;
  if (!worksheet.isRevealed && !hasRecord) return null;
  return (
    <section className={classes.part}>
      <h2>{t("export")}</h2>
      <p className="small">{t("exportHint")}</p>
      <ul className={classes.files}>
        {worksheet.isRevealed && (
          <li>
            <a href={files.answersCsv(worksheet.id)}>{t("answersCsv")}</a>
          </li>
        )}
        {hasRecord && (
          <li>
            <a href={files.record(worksheet.id)}>{t("record")}</a>
          </li>
        )}
      </ul>
    </section>
  );
}
