import type { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import { summariseWorksheet } from "@/lib/domain/disagreement/worksheet-summary";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { READING } from "@/lib/domain/workshop/pointer";
import type { WorkshopView } from "@/lib/domain/workshop/schema";
import { type TeamNews, type TeamState, teamNews } from "@/lib/domain/workshop/team-news";

type Translate = ReturnType<typeof useTranslations>;
type Happened = { before: TeamState; worksheet: WorksheetView; workshop: WorkshopView; t: Translate };

/** Words for what happened between two looks, in the order in which it happened. */
export function sayTeamNews({ before, worksheet, workshop, t }: Happened): void {
  for (const news of teamNews(before, { worksheet, workshop })) announce(wordsOf(news, { worksheet, t }));
}

function wordsOf(news: TeamNews, { worksheet, t }: Pick<Happened, "worksheet" | "t">): string {
  switch (news.kind) {
    case "role":
      return t(`workshop.roles.${news.change.kind}`, { by: news.change.byName, name: news.change.memberName });
    case "revealed":
      return revealWords(worksheet, t);
    case "moved":
      return movedWords(news, t);
    case "timer":
      return t("workshop.timer.started", { minutes: news.minutes });
    case "consent":
      return t("workshop.bar.consentAsked", { name: news.name, proposal: news.proposal });
    case "shown":
      return t(`workshop.bar.${news.what}Shown`);
    case "everyone":
      return t("workshop.bar.everyone");
  }
}

function revealWords(worksheet: WorksheetView, t: Translate): string {
  const { agreed, compared } = summariseWorksheet(worksheet);
  return compared > 0 ? t("workshop.bar.revealedAgree", { agreed, compared }) : t("workshop.bar.revealed");
}

function movedWords({ screen, topic }: { screen: string; topic: string | null }, t: Translate): string {
  if (topic === READING) return t("workshop.bar.movedReading");
  const label = `fields.${topic}.label`;
  if (topic !== null && t.has(label)) return t("workshop.bar.movedTopic", { topic: t(label) });
  return t("workshop.bar.moved", { screen: t(`workshop.bar.screens.${screen}`) });
}
