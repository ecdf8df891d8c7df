"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import { screenHref } from "@/lib/client/workshop/screen-href";
import type { ConsentRoundView } from "@/lib/domain/workshop/schema";
import classes from "./team-bar.module.css";

type Props = { id: string; place: string; round: ConsentRoundView };

/** A round waits for everybody, so whoever has not chosen is told where, on whatever screen they are. */
export function ConsentCall({ id, place, round: { subject, byName } }: Props) {
  const t = useTranslations("workshop.bar");
  const screen = subject === "decision" ? "converge" : "differences";
  const topic = subject === "decision" ? null : subject;
  return (
    <span className={classes.part}>
      {t("consentOpen", { name: byName })}
      {place === screen && topic !== null ? <a href={`#topic-${topic}`}>{t("consentAnswer")}</a> : null}
      {place === screen ? null : (
        <Link href={screenHref(id, { screen, topic })} prefetch={false}>
          {t("consentAnswer")}
        </Link>
      )}
    </span>
  );
}
