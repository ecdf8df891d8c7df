"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { ShortcutSwitch } from "@/components/commands/shortcut-switch";
import { KeepingSection } from "@/components/keeping/keeping-section";
import { WorksheetSpace } from "@/components/space/worksheet-space";
import { Column } from "@/components/ui/column";
import { LanguageChoice } from "@/components/ui/language-choice";
import { PageContents } from "@/components/ui/page-contents";
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
import { MemberLinks, othersOf } from "./member-links";
import { OwnReturnLink } from "./own-return-link";
import classes from "./settings-screen.module.css";
import { SharedLink } from "./shared-link";

type Part = { id: string; title: string; isThere: boolean; content: ReactNode };

export function SettingsScreen({ id }: { id: string }) {
  const t = useTranslations("worksheet.settings");
  const parts = useParts(useWorksheet(id)).filter(({ isThere }) => isThere);
  return (
    <Column>
      <div className={classes.page}>
        <h1>{t("title")}</h1>
        <PageContents parts={parts} />
        {parts.map(({ id: anchor, title, content }) => (
          <section key={anchor} id={anchor} className={classes.part} aria-labelledby={`${anchor}-title`}>
            <h2 id={`${anchor}-title`}>{title}</h2>
            {content}
          </section>
        ))}
      </div>
    </Column>
  );
}

/** In the order of a worksheet's life: who comes in, who takes part, what comes out, and how it ends. */
function useParts(worksheet: WorksheetView): Part[] {
  const t = useTranslations();
  const isFacilitator = worksheet.you.role === "facilitator";
  const isMember = worksheet.you.role !== "approver";
  return [
    { id: "links", title: t("worksheet.settings.links"), isThere: isFacilitator, content: <SharedLinks id={worksheet.id} /> },
    { id: "all-links", title: t("worksheet.settings.list"), isThere: isFacilitator, content: <LinkList worksheetId={worksheet.id} /> },
    {
      id: "return-links",
      title: t("worksheet.settings.members"),
      isThere: isFacilitator && othersOf(worksheet).length > 0,
      content: <MemberLinks worksheet={worksheet} />,
    },
    {
      id: "your-link",
      title: t("worksheet.menu.returnLink"),
      isThere: isMember,
      content: <OwnReturnLink worksheet={worksheet} hasHeading={false} />,
    },
    { id: "people", title: t("workshop.people.title"), isThere: isMember, content: <PeopleSettings worksheet={worksheet} /> },
    { id: "spoken", title: t("workshop.people.spokenTitle"), isThere: isFacilitator, content: <SpokenAnswers worksheet={worksheet} /> },
    { id: "blind", title: t("workshop.probe.title"), isThere: isFacilitator, content: <LeakCheck worksheet={worksheet} /> },
    {
      id: "space",
      title: t("space.worksheet.title"),
      isThere: isFacilitator || worksheet.space !== null,
      content: <WorksheetSpace worksheet={worksheet} />,
    },
    {
      id: "files",
      title: t("worksheet.settings.export"),
      isThere: worksheet.isRevealed || hasRecord(worksheet),
      content: <ExportFiles worksheet={worksheet} />,
    },
    {
      id: "history",
      title: t("worksheet.settings.history"),
      isThere: isMember,
      content: <Onward href={routes.audit(worksheet.id)} words={t("worksheet.settings.historyLink")} />,
    },
    {
      id: "webhooks",
      title: t("worksheet.settings.webhooks"),
      isThere: isFacilitator && worksheet.space === null,
      content: <Onward href={routes.webhooks(worksheet.id)} words={t("worksheet.settings.webhooksLink")} />,
    },
    { id: "keeping", title: t("keeping.title"), isThere: isFacilitator, content: <KeepingSection worksheet={worksheet} /> },
    { id: "device", title: t("worksheet.settings.device"), isThere: true, content: <ThisDevice /> },
  ];
}

function SharedLinks({ id }: { id: string }) {
  return (
    <>
      {linkRoleSchema.options.map((kind) => (
        <SharedLink key={kind} worksheetId={id} kind={kind} canReplace />
      ))}
      <JoinCode worksheetId={id} />
    </>
  );
}

function Onward({ href, words }: { href: string; words: string }) {
  return (
    <p>
      <Link href={href} prefetch={false}>
        {words}
      </Link>
    </p>
  );
}

function ThisDevice() {
  return (
    <>
      <ThemeChoice />
      <LanguageChoice />
      <ShortcutSwitch />
      <ForgetBrowser />
    </>
  );
}

const hasRecord = ({ revisions }: WorksheetView): boolean => revisions.length > 0;

/** Only what there is: answers after the reveal, the record once it was frozen. */
function ExportFiles({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet.settings");
  return (
    <>
      <p className="small">{t("exportHint")}</p>
      <ul className={classes.files}>
        {worksheet.isRevealed && (
          <li>
            <a href={files.answersCsv(worksheet.id)}>{t("answersCsv")}</a>
          </li>
        )}
        {hasRecord(worksheet) && (
          <li>
            <a href={files.record(worksheet.id)}>{t("record")}</a>
          </li>
        )}
      </ul>
    </>
  );
}
