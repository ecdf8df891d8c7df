"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { SecretLink } from "@/components/ui/secret-link";
import classes from "./sign-off.module.css";

type Props = { name: string; link: string; onDone: () => void };

/** The one time an approver's link can be seen. The server keeps its hash only. */
export function PersonalLink({ name, link, onDone }: Props) {
  const t = useTranslations("sign.approvers");
  return (
    <div className={classes.link}>
      <strong>{t("linkHeading", { name })}</strong>
      <p className="small">{t("linkOnce", { name })}</p>
      <SecretLink link={link} what={t("linkWhat", { name })} said={t("copied", { name })} />
      <p className="small">{t("proof")}</p>
      <div>
        <Button variant="subtle" onClick={onDone}>
          {t("done")}
        </Button>
      </div>
    </div>
  );
}
