"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { SecretLink } from "@/components/ui/secret-link";
import { useMakeReturnLink } from "@/lib/client/share/mutations";
import type { MemberView, WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./settings-screen.module.css";

/** For somebody who lost theirs. The facilitator can replace a return link, never read the one in use. */
export function MemberLinks({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("worksheet.settings");
  return (
    <>
      <p className="small">{t("membersHint")}</p>
      <ul className={classes.list}>
        {othersOf(worksheet).map((member) => (
          <MemberRow key={member.id} member={member} worksheetId={worksheet.id} />
        ))}
      </ul>
    </>
  );
}

/** Everybody else who has a link of their own. */
export function othersOf({ members }: WorksheetView): MemberView[] {
  return members.filter((member) => !member.isYou && member.role !== "approver");
}

function MemberRow({ member, worksheetId }: { member: MemberView; worksheetId: string }) {
  const t = useTranslations("worksheet.settings");
  const make = useMakeReturnLink(worksheetId, { keep: false });
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        <b>{member.name}</b>
      </span>
      {make.data ? (
        <SecretLink link={make.data.link} what={t("linkOf", { name: member.name })} said={t("linkCopied", { name: member.name })} />
      ) : (
        <Button variant="default" loading={make.isPending} onClick={() => make.mutate(member.id)}>
          {t("replace")}
        </Button>
      )}
      <ErrorNote error={make.error} />
    </li>
  );
}
