"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import Link from "next/link";
import { Suspense, useState } from "react";
import { useTranslations } from "use-intl";
import { NotRevealed } from "@/components/shortlist/not-revealed";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Column } from "@/components/ui/column";
import { ErrorNote } from "@/components/ui/error-note";
import { worksheetQueries } from "@/lib/client/worksheet/queries";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { files, routes } from "@/lib/routes";
import classes from "./costs-panel.module.css";

// Its own chunk, so that no other screen carries it. No `loading`: inside a boundary React would send the screen apart, and
// only a script would put it in its place.
const CostScreen = dynamic(() => import("@/components/costs/cost-screen").then((module) => module.CostScreen));

type Props = { id: string; systemNames: Record<string, string> };

export function CostsPanel({ id, systemNames }: Props) {
  const t = useTranslations("shortlist.wayOn");
  const view = useWorksheet(id);
  if (!view.isRevealed) {
    return (
      <Column>
        <NotRevealed view={view} subject="costs" />
      </Column>
    );
  }
  // Whoever decides alone has nobody to ask.
  const isTeam = view.members.filter(({ role }) => role === "facilitator" || role === "member").length > 1;
  return (
    <>
      <Column width="wide">
        <Costs
          view={view}
          systemNames={systemNames}
          canEdit={!view.isFrozen && (view.you.role === "facilitator" || view.you.role === "member")}
        />
      </Column>
      <BottomBar>
        <Button component={Link} href={isTeam ? routes.converge(id) : routes.decision(id)}>
          {t(isTeam ? "converge" : "decision")}
        </Button>
      </BottomBar>
    </>
  );
}

type CostsProps = { view: WorksheetView; systemNames: Props["systemNames"]; canEdit: boolean };

function Costs({ view, systemNames, canEdit }: CostsProps) {
  const t = useTranslations("shortlist.costs");
  const { data, error, refetch, isPending } = useQuery(worksheetQueries.costs(view.id));
  const [cameWithPage] = useState(data !== undefined);
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
  const screen = (
    <CostScreen
      view={view}
      costs={data}
      canEdit={canEdit}
      systemNames={systemNames}
      csvHref={data.reply === null ? null : files.costsCsv(view.id)}
    />
  );
  return cameWithPage ? screen : <Suspense fallback={<Waiting />}>{screen}</Suspense>;
}

/** As tall as the finding, the chart and its tables, so that nothing jumps. */
function Waiting() {
  const t = useTranslations("shortlist.costs");
  return (
    <div className={classes.waiting} role="status">
      <p className="find muted">{t("loading")}</p>
    </div>
  );
}
