"use client";

import type { Assumption, CostReply, UsedPrice } from "@/lib/domain/costs/schema";
import { AssumptionList } from "./assumption-list";
import classes from "./price-panel.module.css";
import { Unbroken } from "./unbroken";
import { type CostWords, useCostWords } from "./use-cost-words";

const SHOWN = 6;

/** Every price with its date, source and how sure it is, and every value that nobody in the team said. */
export function PricePanel({ reply, drawn, assumptions }: { reply: CostReply; drawn: string[]; assumptions: Assumption[] }) {
  const words = useCostWords();
  const { t } = words;
  const isDrawn = (price: UsedPrice) => price.designs.some((id) => drawn.includes(id));
  const prices = [
    ...reply.prices.filter(isUnknown),
    ...reply.prices.filter((price) => !isUnknown(price) && isDrawn(price)),
    ...reply.prices.filter((price) => !isUnknown(price) && !isDrawn(price)),
  ];
  const more = prices.slice(SHOWN);
  return (
    <aside className={classes.panel} aria-label={t("prices.title")}>
      <h2 className={classes.heading}>{t("prices.title")}</h2>
      <ul className={classes.list}>
        {prices.slice(0, SHOWN).map((price) => (
          <PriceRow key={keyOf(price)} price={price} words={words} />
        ))}
      </ul>
      {more.length > 0 && (
        <details className={classes.more}>
          <summary>{t("prices.more", { count: more.length })}</summary>
          <ul className={classes.list}>
            {more.map((price) => (
              <PriceRow key={keyOf(price)} price={price} words={words} />
            ))}
          </ul>
        </details>
      )}
      <p className={classes.note}>{t("prices.note", { version: reply.priceBookVersion })}</p>
      {assumptions.length > 0 && <AssumptionList assumptions={assumptions} />}
    </aside>
  );
}

function PriceRow({ price, words }: { price: UsedPrice; words: CostWords }) {
  const { t } = words;
  const meter = t(`meters.${price.meter}`);
  const title = price.label && price.label !== meter ? `${price.label}, ${meter.toLowerCase()}` : meter;
  const unit = price.unit.replace(/^USD (per )?/, "");
  return (
    <li className={classes.row}>
      <span>
        <Unbroken>{title}</Unbroken>
        <span className={classes.source}>
          <Unbroken>{sourceOf(price, words)}</Unbroken>
        </span>
        {price.usd === null && <span className={classes.warn}>▲ {t("prices.unknownHelp")}</span>}
        {price.confidence === "approximate" && <span className={classes.warn}>▲ {t("prices.approximate")}</span>}
      </span>
      <span className={classes.price}>
        {price.usd === null ? t("prices.unknown") : words.price(price.usd)}
        {price.usd !== null && <span className={classes.source}>{t("prices.unit", { unit })}</span>}
      </span>
    </li>
  );
}

function sourceOf(price: UsedPrice, { t }: CostWords): string {
  if (price.confidence === "own") return t("prices.sourceOwn", { date: price.asOf ?? "none" });
  if (price.usd === null || !price.confidence) return "";
  return t("prices.source", {
    source: price.sourceKind ?? "",
    region: price.region ?? "",
    date: price.asOf ?? "",
    confidence: t(`prices.confidence.${price.confidence}`),
  });
}

function isUnknown(price: UsedPrice): boolean {
  return price.usd === null;
}

function keyOf(price: UsedPrice): string {
  return `${price.priceId ?? price.meter}-${price.usd}`;
}
