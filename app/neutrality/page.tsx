import type { Metadata } from "next";
import { Suspense } from "react";
import classes from "@/components/neutrality/neutrality.module.css";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { GRID_POINTS } from "@/lib/domain/neutrality/grid";
import { serverWords } from "@/messages/server-words";
import { Counts } from "./_components/counts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords("neutrality"))("title"), robots: { index: true, follow: true } };
}

export default async function NeutralityPage() {
  const t = await serverWords("neutrality");
  return (
    <>
      <SiteHeader home={(await serverWords("catalogue"))("home")} />
      <main id="main">
        <Column width="wide">
          <Suspense
            fallback={
              <div role="status">
                <h1 className={`find ${classes.find}`}>{t("counting", { points: GRID_POINTS })}</h1>
                <p className={classes.text}>{t("statement")}</p>
              </div>
            }
          >
            <Counts t={t} />
          </Suspense>
        </Column>
      </main>
      <SiteFooter />
    </>
  );
}
