"use client";

import { Button } from "@mantine/core";
import { type InfiniteData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { SpaceShell } from "@/components/space/space-shell";
import { useSpace } from "@/components/space/use-space";
import { Column } from "@/components/ui/column";
import { ErrorNote } from "@/components/ui/error-note";
import { logQueries, logQuery } from "@/lib/client/log/queries";
import { type LogFacets, type LogFilter, type LogPage, readLogFilter } from "@/lib/domain/log/schema";
import type { SpaceView } from "@/lib/domain/space/schema";
import { files, routes } from "@/lib/routes";
import classes from "./log.module.css";
import { LogEmpty } from "./log-empty";
import { LogFilters } from "./log-filters";
import { LogTable } from "./log-table";
import { StartHere } from "./start-here";

type Props = { space: SpaceView; first: { filter: LogFilter; page: LogPage }; facets: LogFacets };

/** The decision log of a space: find why, see what is due. The address holds the filters. */
export function LogScreen({ space: initial, first, facets: firstFacets }: Props) {
  const t = useTranslations("log");
  const space = useSpace(initial);
  const params = useSearchParams();
  const filter = readLogFilter(Object.fromEntries(params));
  const [isStarting, setIsStarting] = useState(false);
  // Typing goes on while the answer to the last letters is drawn.
  const asked = useDeferredValue(logQuery(filter));
  const query = useInfiniteQuery({
    ...logQueries.search(space.id, readLogFilter(Object.fromEntries(new URLSearchParams(asked)))),
    ...(asked === logQuery(first.filter) ? { initialData: startOf(first.page) } : {}),
  });
  const { data: facets } = useQuery({ ...logQueries.facets(space.id), initialData: firstFacets });
  const pages = query.data?.pages ?? [];
  const entries = pages.flatMap((page) => page.entries);
  const total = pages[0]?.total ?? 0;
  const due = pages[0]?.due ?? 0;
  const mayWrite = space.you.role !== "observer";
  const b = (chunks: ReactNode) => <b>{chunks}</b>;
  // Not the router: a filter changes the view, not the page, and the page must not be asked for again.
  const change = (next: LogFilter) => window.history.replaceState(null, "", `${routes.space(space.id)}${logQuery(next)}`);
  return (
    <SpaceShell id={space.id} name={space.name} current="log">
      <Column width="wide">
        <div className={classes.head}>
          <h1 className={`find ${classes.find}`}>
            {facets.total === 0 ? t("finding.empty") : t.rich("finding.some", { b, all: facets.total, due })}
          </h1>
          <div className={classes.acts}>
            {mayWrite && <Link href={routes.spaceImport(space.id)}>{t("import")}</Link>}
            {facets.total > 0 && (
              <a href={files.logArchive(space.id)} download>
                {t("archive")}
              </a>
            )}
            {mayWrite && (
              <Button onClick={() => setIsStarting(!isStarting)} aria-expanded={isStarting}>
                {t("start.button")}
              </Button>
            )}
          </div>
        </div>
        {isStarting && <StartHere spaceId={space.id} />}
        {facets.total === 0 ? (
          <LogEmpty spaceId={space.id} mayWrite={mayWrite} />
        ) : (
          <>
            <LogFilters
              filter={filter}
              facets={facets}
              total={total}
              isSearching={query.isFetching && !query.isFetchingNextPage}
              onChange={change}
            />
            <ErrorNote error={query.error} />
            <LogTable spaceId={space.id} entries={entries} mayTag={mayWrite} onTag={(tag) => change({ ...filter, tag })} />
            {query.hasNextPage && (
              <Button className={classes.more} variant="default" loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
                {t("more")}
              </Button>
            )}
          </>
        )}
      </Column>
    </SpaceShell>
  );
}

const startOf = (page: LogPage): InfiniteData<LogPage, string | null> => ({ pages: [page], pageParams: [null] });
