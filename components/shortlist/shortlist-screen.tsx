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
import { isAskedFirst } from "@/lib/domain/candidates/is-asked-first";
import type { Handwork } from "@/lib/domain/candidates/schema";
import type { ExperienceFamily } from "@/lib/domain/catalogue/catalogue";
import type { Evaluation } from "@/lib/domain/engine/schema";
import { routes } from "@/lib/routes";
import type { ShortlistPart } from "@/lib/shortlist-routes";
import { NotRevealed } from "./not-revealed";
import { ShortlistPartView } from "./shortlist-part-view";
import { Waiting } from "./waiting";

const GutGate = dynamic(() => import("./gut-gate").then((module) => module.GutGate), { ssr: false, loading: () => <Waiting /> });

type Props = {
  worksheetId: string;
  part: ShortlistPart;
  /** What a gut check may name. */
  families: readonly ExperienceFamily[];
  /** What the page has counted of the list: the finalists, and of the others the names. */
  head?: { evaluation: Evaluation; handwork: Handwork } | null;
};

export function ShortlistScreen({ worksheetId, ...rest }: Props) {
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
        <Result worksheetId={worksheetId} {...rest} />
      </Column>
      <BottomBar>
        <Button component={Link} href={routes.costs(worksheetId)}>
          {t("costs")}
        </Button>
      </BottomBar>
    </>
  );
}

function Result({ worksheetId, part, families, head = null }: Props) {
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
  const handwork = hand.data ?? head?.handwork;
  if (handwork && isAskedFirst(view, handwork)) return <GutGate worksheetId={worksheetId} custom={handwork.custom} families={families} />;
  const evaluation = list.data ?? (part === "list" ? head?.evaluation : undefined);
  if (!evaluation || !handwork) return <Waiting />;
  return <ShortlistPartView evaluation={evaluation} isWhole={list.data !== undefined} handwork={handwork} view={view} part={part} />;
}
