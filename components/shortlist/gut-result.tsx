"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { decidingRule } from "@/lib/client/shortlist/funnel";
import { useDisclose } from "@/lib/client/shortlist/mutations";
import { familyOf } from "@/lib/domain/engine/facts";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** Who expected what, in words beside what became of it; before the disclosure only that it was asked. */
export function GutResult() {
  const t = useTranslations("candidates.gut");
  const { handwork, view } = useShortlist();
  const { gutCheck } = handwork;
  const disclose = useDisclose(view.id, "gut-check");
  const answering = view.members.filter(({ role }) => role === "facilitator" || role === "member").length;
  if (gutCheck.disclosed === null && gutCheck.yours === null && gutCheck.given === null) return null;
  // In the sample nobody is asked, and a frozen decision can no longer be disclosed into.
  if (gutCheck.disclosed === null && (view.isFrozen || view.isSample)) return null;
  return (
    <section className={classes.section} id="gut-check">
      <h2>{t("heading")}</h2>
      {gutCheck.disclosed === null ? (
        <>
          <p className="quiet">{gutCheck.given === null ? t("waiting") : t("given", { n: gutCheck.given.length, total: answering })}</p>
          {view.you.role === "facilitator" && (
            <>
              <ErrorNote error={disclose.error} />
              <Button
                className="no-print"
                variant="default"
                disabled={gutCheck.given?.length === 0}
                loading={disclose.isPending}
                onClick={() => disclose.mutate(undefined)}
              >
                {t("show")}
              </Button>
            </>
          )}
        </>
      ) : (
        <Picks />
      )}
    </section>
  );
}

function Picks() {
  const t = useTranslations("candidates.gut");
  const format = useFormatter();
  const { handwork, view, nameOf } = useShortlist();
  const { all } = handwork.gutCheck;
  const memberName = (id: string) => view.members.find((member) => member.id === id)?.name ?? t("gone");
  const picked = [...new Set(all.flatMap(({ value }) => value ?? []))].map((id) => {
    const members = all.filter(({ value }) => value === id).map(({ memberId }) => memberName(memberId));
    return { id, members };
  });
  const silent = all.filter(({ value }) => value === null).length;
  return (
    <>
      <ul className={classes.lines}>
        {picked
          .toSorted((a, b) => b.members.length - a.members.length)
          .map(({ id, members }) => (
            <li key={id}>
              {t("expected", { n: members.length, total: all.length, name: nameOf(id) })} <Fate id={id} />{" "}
              <span className="muted">({format.list(members)})</span>
            </li>
          ))}
      </ul>
      {silent > 0 && <p className="quiet">{t("silent", { n: silent })}</p>}
    </>
  );
}

/** What became of an expected candidate: its place, or the rule that it left by. */
function Fate({ id }: { id: string }) {
  const t = useTranslations("candidates.gut");
  const shortlist = useTranslations("shortlist.funnel");
  const { evaluation, words } = useShortlist();
  const place = evaluation.shortlist.findIndex((entry) => entry.id === id || familyOf(entry.id) === id);
  const candidate = evaluation.candidates.find((one) => one.id === id);
  if (place >= 0) return t("listed", { place: place + 1 });
  if (candidate === undefined) return t("unknown");
  const rule = decidingRule(candidate);
  if (candidate.override?.action === "exclude") return t("aside", { reason: candidate.override.reason });
  if (rule === null || candidate.leftAt === null) return t("behind");
  return t("left", { step: shortlist(`question.${candidate.leftAt}`), text: words.say(rule.text) });
}
