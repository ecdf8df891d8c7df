"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Column } from "@/components/ui/column";
import { ErrorNote } from "@/components/ui/error-note";
import { handworkQueries } from "@/lib/client/shortlist/queries";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import type { ExperienceFamily } from "@/lib/domain/catalogue/catalogue";
import { routes } from "@/lib/routes";
import type { ShortlistPart } from "@/lib/shortlist-routes";
import { isAskedFirst } from "./is-asked-first";
import { NotRevealed } from "./not-revealed";
import classes from "./shortlist.module.css";

// The view holds the rules and the facts, which the data is waited for anyway: it comes after the page, beside the data.
const ShortlistPartView = dynamic(() => import("./shortlist-part-view").then((module) => module.ShortlistPartView), {
  ssr: false,
  loading: () => <Waiting />,
});
const GutGate = dynamic(() => import("./gut-gate").then((module) => module.GutGate), { ssr: false, loading: () => <Waiting /> });

type Props = {
  worksheetId: string;
  part: ShortlistPart;
  /** What a gut check may name. */
  families: readonly ExperienceFamily[];
};

export function ShortlistScreen({ worksheetId, part, families }: Props) {
  const t = useTranslations("shortlist.wayOn");
  const view = useWorksheet(worksheetId);
  if (!view.isRevealed) {
    return (
      <Column>
        <NotRevealed view={view} subject="shortlist" />
      </Column>
    );
  }
  return (
    <>
      <Column width="wide">
        <Result worksheetId={worksheetId} part={part} families={families} />
      </Column>
      <BottomBar>
        <Button component={Link} href={routes.costs(worksheetId)}>
          {t("costs")}
        </Button>
      </BottomBar>
    </>
  );
}

function Result({ worksheetId, part, families }: Props) {
  const t = useTranslations("shortlist");
  const view = useWorksheet(worksheetId);
  const list = useQuery(worksheetQueries.shortlist(worksheetId));
  const hand = useQuery(handworkQueries.detail(worksheetId));
  const failed = [list, hand].find((query) => query.data === undefined && !query.isPending);
  if (failed) {
    return (
      <>
        <p>{t("failed")}</p>
        <ErrorNote error={failed.error} />
        <Button variant="default" onClick={() => void failed.refetch()}>
          {t("retry")}
        </Button>
      </>
    );
  }
  if (hand.data && isAskedFirst(view, hand.data))
    return <GutGate worksheetId={worksheetId} custom={hand.data.custom} families={families} />;
  if (!list.data || !hand.data) return <Waiting />;
  return <ShortlistPartView evaluation={list.data} handwork={hand.data} view={view} part={part} />;
}

/** Keeps the size of what is coming. */
function Waiting() {
  const t = useTranslations("shortlist");
  return (
    <div className={classes.waiting} role="status">
      <p className="find muted">{t("loading")}</p>
      <div className={classes.cards} aria-hidden>
        <div className={classes.ghost} />
        <div className={classes.ghost} />
      </div>
    </div>
  );
}
