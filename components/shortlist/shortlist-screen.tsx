"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Column } from "@/components/ui/column";
import { ErrorNote } from "@/components/ui/error-note";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { routes } from "@/lib/routes";
import { NotRevealed } from "./not-revealed";
import classes from "./shortlist.module.css";

// The view names sources and lock-in from the catalogue, which is large: it comes after the page, beside the data.
const ShortlistView = dynamic(() => import("./shortlist-view").then((module) => module.ShortlistView), {
  ssr: false,
  loading: () => <Waiting />,
});

export function ShortlistScreen({ worksheetId }: { worksheetId: string }) {
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
        <Result worksheetId={worksheetId} />
      </Column>
      <BottomBar>
        <Button component={Link} href={routes.costs(worksheetId)}>
          {t("costs")}
        </Button>
      </BottomBar>
    </>
  );
}

function Result({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("shortlist");
  const view = useWorksheet(worksheetId);
  const { data, error, refetch, isPending } = useQuery(worksheetQueries.shortlist(worksheetId));
  if (isPending) return <Waiting />;
  if (data === undefined) {
    return (
      <>
        <p>{t("failed")}</p>
        <ErrorNote error={error} />
        <Button variant="default" onClick={() => void refetch()}>
          {t("retry")}
        </Button>
      </>
    );
  }
  return <ShortlistView evaluation={data} view={view} />;
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
