"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useDisclose, useRankCriteria } from "@/lib/client/shortlist/mutations";
import { CRITERIA } from "@/lib/domain/tie-break/criteria";
import { RankList } from "./rank-list";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** Each member ranks the criteria alone; the facilitator shows all orders at once. */
export function TieBreakRanking() {
  const t = useTranslations("candidates.tieBreak");
  const { handwork, view, canAct } = useShortlist();
  const { ranking } = handwork;
  const disclose = useDisclose(view.id, "ranking");
  const answering = view.members.filter(({ role }) => role === "facilitator" || role === "member").length;
  return (
    <section className={classes.section}>
      <h2>{t("ranking")}</h2>
      {ranking.disclosed === null ? (
        <>
          <p className="quiet">{t("rankingBody")}</p>
          {canAct && <OwnRanking />}
          {ranking.given && <p className="quiet">{t("given", { n: ranking.given.length, total: answering })}</p>}
          <ErrorNote error={disclose.error} />
          {view.you.role === "facilitator" && canAct && (
            <Button
              variant="default"
              disabled={ranking.given?.length === 0}
              loading={disclose.isPending}
              onClick={() => disclose.mutate(undefined)}
            >
              {t("show")}
            </Button>
          )}
        </>
      ) : (
        <AllRankings />
      )}
    </section>
  );
}

function OwnRanking() {
  const t = useTranslations("candidates.tieBreak");
  const { handwork, view } = useShortlist();
  const kept = handwork.ranking.yours?.value ?? null;
  const [edited, setEdited] = useState<typeof kept>(null);
  const order = edited ?? kept ?? CRITERIA;
  const rank = useRankCriteria(view.id);
  return (
    <>
      <RankList order={order} onChange={setEdited} />
      <ErrorNote error={rank.error} />
      <div className={classes.row}>
        <Button
          loading={rank.isPending}
          disabled={kept !== null && edited === null}
          onClick={() => rank.mutate([...order], { onSuccess: () => setEdited(null) })}
        >
          {t(kept === null ? "keep" : "keepAgain")}
        </Button>
        <span className="small" role="status">
          {kept !== null && edited === null && t("kept")}
        </span>
      </div>
    </>
  );
}

function AllRankings() {
  const t = useTranslations("candidates.tieBreak");
  const common = useTranslations("common.questions");
  const { handwork, view } = useShortlist();
  return (
    <ul className={classes.lines}>
      {handwork.ranking.all.map(({ memberId, value }) => (
        <li key={memberId}>
          <b>{view.members.find((member) => member.id === memberId)?.name ?? t("gone")}</b>:{" "}
          {value.map((criterion) => common(criterion)).join(", ")}
        </li>
      ))}
    </ul>
  );
}
