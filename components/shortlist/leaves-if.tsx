"use client";

import { useFormatter, useTranslations } from "use-intl";
import { flipsByField } from "@/lib/client/shortlist/finalists";
import type { Flip } from "@/lib/domain/engine/schema";
import { useShortlist } from "./shortlist-context";

const FIELDS_SHOWN = 2;
const VALUES_SHOWN = 3;

/** "What does the data look like most of the time? Files and media, or inside the app itself." */
export function LeavesIf({ flips }: { flips: readonly Flip[] }) {
  const t = useTranslations("shortlist.funnel");
  const { words } = useShortlist();
  const format = useFormatter();
  return flipsByField(flips)
    .slice(0, FIELDS_SHOWN)
    .map(({ field, flips: own }) => (
      <p key={field}>
        <span className="muted">{words.field(field)}</span>{" "}
        {format.list(
          own.slice(0, VALUES_SHOWN).map((flip) => words.value(field, flip.change.to)),
          { type: "disjunction" },
        )}
        {own.length > VALUES_SHOWN && <span className="muted"> {t("more", { n: own.length - VALUES_SHOWN })}</span>}
      </p>
    ));
}
