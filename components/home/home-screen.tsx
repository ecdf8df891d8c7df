"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import { SiteHeader } from "@/components/site/site-header";
import { ErrorNote } from "@/components/ui/error-note";
import { LanguageChoice } from "@/components/ui/language-choice";
import { useOpenSample } from "@/lib/client/worksheet/mutations";
import { routes } from "@/lib/routes";
import classes from "./home-screen.module.css";
import { RecentWorksheets } from "./recent-worksheets";
import { StartForm } from "./start-form";

/** `join` is the form for a code, given by the page. */
export function HomeScreen({ join }: { join: ReactNode }) {
  const t = useTranslations();
  const router = useRouter();
  const [isJoining, setIsJoining] = useState(false);
  const sample = useOpenSample();
  const openSample = () => sample.mutate(undefined, { onSuccess: ({ id }) => router.push(routes.worksheet(id)) });
  const isOpening = sample.isPending || sample.isSuccess;
  return (
    <>
      <SiteHeader home={t("common.name")}>
        <Link href={routes.catalogue()} prefetch={false} className={classes.elsewhere}>
          {t("common.screens.catalogue")}
        </Link>
        <Link href={routes.api()} prefetch={false} className={classes.other}>
          {t("home.api")}
        </Link>
      </SiteHeader>
      <main className={classes.main} id="main">
        <h1 className={classes.title}>{t("home.title")}</h1>
        <p className={classes.lead}>{t("home.lead")}</p>
        <StartForm />
        <div className={classes.ways}>
          <button type="button" className={classes.way} onClick={openSample} disabled={isOpening}>
            {isOpening ? `${t("common.loading")}…` : t("home.sample")}
          </button>
          <button type="button" className={classes.way} aria-expanded={isJoining} onClick={() => setIsJoining(!isJoining)}>
            {t("home.join")}
          </button>
          <Link href={routes.importRecords()} prefetch={false} className={classes.way}>
            {t("home.import")}
          </Link>
          <Link href={`${routes.importRecords()}#import-worksheet`} prefetch={false} className={classes.way}>
            {t("keeping.import")}
          </Link>
          <Link href={routes.spaces()} prefetch={false} className={classes.way}>
            {t("home.spaces")}
          </Link>
        </div>
        <ErrorNote error={sample.error} />
        {isJoining && <div className={classes.join}>{join}</div>}
        <RecentWorksheets />
        <div className={classes.language}>
          <LanguageChoice />
        </div>
      </main>
    </>
  );
}
