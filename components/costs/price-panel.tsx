"use client";

import Link from "next/link";
import { memo } from "react";
import { useTranslations } from "use-intl";
import type { PriceOverride } from "@/lib/domain/cost-settings/schema";
import type { CostReply, UsedPrice } from "@/lib/domain/costs/schema";
import { routes } from "@/lib/routes";
import { useCostEditing } from "./cost-editing";
import classes from "./price-panel.module.css";
import { PriceRow } from "./price-row";
import { useCostWords } from "./use-cost-words";

const SHOWN = 6;

/**
 * Every price that is billed somewhere: unknown ones first, then those of the lines drawn, the rest folded away. Ordered as
 * saved, so that a row and the editor in it stay where they are while a price is tried.
 */
export const PricePanel = memo(function PricePanel({ saved, shown, drawn }: { saved: CostReply; shown: CostReply; drawn: string[] }) {
  const { t } = useCostWords();
  const own = useTranslations("costsheet");
  const { overrides } = useCostEditing();
  const isDrawn = (price: UsedPrice) => price.designs.some((id) => drawn.includes(id));
  const ordered = [
    ...saved.prices.filter(isUnknown),
    ...saved.prices.filter((price) => !isUnknown(price) && isDrawn(price)),
    ...saved.prices.filter((price) => !isUnknown(price) && !isDrawn(price)),
  ];
  const prices = ordered.map((price) => shown.prices.find((other) => keyOf(other) === keyOf(price)) ?? price);
  const more = prices.slice(SHOWN);
  const unbilled = overrides.filter(({ priceId, usd }) => usd !== null && !prices.some((price) => price.priceId === priceId));
  return (
    <section>
      <h2 className={classes.heading}>{t("prices.title")}</h2>
      <ul className={classes.list}>
        {prices.slice(0, SHOWN).map((price) => (
          <PriceRow key={keyOf(price)} price={price} />
        ))}
      </ul>
      {more.length > 0 && (
        <details className={classes.more}>
          <summary>{t("prices.more", { count: more.length })}</summary>
          <ul className={classes.list}>
            {more.map((price) => (
              <PriceRow key={keyOf(price)} price={price} />
            ))}
          </ul>
        </details>
      )}
      {unbilled.length > 0 && (
        <>
          <h3 className={classes.subheading}>{own("price.unbilled")}</h3>
          <ul className={classes.list}>
            {unbilled.map((override) => (
              <PriceRow key={override.priceId} price={unbilledPrice(override)} />
            ))}
          </ul>
        </>
      )}
      <p className={classes.note}>
        {t("prices.note", { version: saved.priceBookVersion })}{" "}
        <Link href={routes.howWePrice()} prefetch={false}>
          {own("howWePrice")}
        </Link>
      </p>
    </section>
  );
});

function isUnknown(price: UsedPrice): boolean {
  return price.usd === null;
}

/** A changed price that no bill uses at these loads, for example of a class that became too dear to be chosen. */
function unbilledPrice({ priceId, label, unit, usd, asOf }: PriceOverride): UsedPrice {
  return {
    priceId,
    meter: "instance_hours",
    label,
    unit,
    usd,
    asOf,
    confidence: "own",
    sourceKind: null,
    region: null,
    conditions: null,
    designs: [],
    marks: ["own"],
    override: null,
  };
}

/** By what it is a price of, never by its value: a row must keep its editor while its price is typed. */
function keyOf(price: UsedPrice): string {
  return `${price.priceId ?? price.meter}-${price.label}`;
}
