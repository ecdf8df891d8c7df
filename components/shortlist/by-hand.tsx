"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { useRemoveCandidate } from "@/lib/client/shortlist/mutations";
import { shortlistPart } from "@/lib/shortlist-routes";
import overrideClasses from "./override.module.css";
import { OverrideNote } from "./override-note";
import classes from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** Everything that people, not rules, did to the list, in one place. */
export function ByHand() {
  const t = useTranslations("candidates.byHand");
  const { handwork, view, nameOf, canAct } = useShortlist();
  const remove = useRemoveCandidate(view.id);
  const { overrides, custom } = handwork;
  return (
    <section className={classes.section} id="by-hand">
      <h2>{t("heading")}</h2>
      <p className="quiet">{t(overrides.length + custom.length > 0 ? "body" : "none")}</p>
      {overrides.length + custom.length > 0 && (
        <ul className={classes.lines}>
          {overrides.map(({ candidate }) => (
            <li key={candidate}>
              <b>{nameOf(candidate)}</b>
              <OverrideNote candidateId={candidate} />
            </li>
          ))}
          {custom.map(({ system, by }) => (
            <li key={system.id} className={overrideClasses.line}>
              <span>
                <b>{system.name}</b>: {t("added", { by, n: knownFacts(system) })}
              </span>
              {canAct && (
                <button
                  type="button"
                  className={`${overrideClasses.button} no-print`}
                  aria-label={t("removeName", { name: system.name })}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate(system.id)}
                >
                  {t("remove")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {canAct && (
        <p className="no-print">
          <Button component={Link} href={shortlistPart(view.id, "add")} variant="default" prefetch={false}>
            {t("add")}
          </Button>
        </p>
      )}
    </section>
  );
}

function knownFacts({
  id: _id,
  name: _name,
  workload_fit = {},
  ...facts
}: object & { id: string; name: string; workload_fit?: object | undefined }): number {
  return Object.keys(workload_fit).length + Object.keys(facts).length;
}
