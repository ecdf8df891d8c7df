"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { UsedPrice } from "@/lib/domain/costs/schema";
import { useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";
import { PriceEditor } from "./price-editor";
import classes from "./price-panel.module.css";
import { Unbroken } from "./unbroken";
import { type CostWords, useCostWords } from "./use-cost-words";

/** One price with its date, source, confidence and mark, and the way to change it. */
export function PriceRow({ price }: { price: UsedPrice }) {
  const words = useCostWords();
  const own = useTranslations("costsheet.price");
  const { canEdit, overrides, prepare } = useCostEditing();
  const [isEditing, setEditing] = useState(false);
  const { t } = words;
  const meter = t(`meters.${price.meter}`);
  // German nouns keep their capital inside a phrase.
  const within = words.locale.startsWith("de") ? meter : meter.toLowerCase();
  const title = price.label && price.label !== meter ? `${price.label}, ${within}` : meter;
  const bare = price.unit.replace(/^USD (per )?/, "");
  const unit = t.has(`prices.per.${bare}`) ? t(`prices.per.${bare}`) : bare;
  const row = overrides.find(({ priceId }) => priceId === price.priceId) ?? null;
  const override = row?.usd == null ? null : row;
  const { priceId } = price;
  return (
    <li>
      <div className={classes.row}>
        <span>
          <Unbroken>{title}</Unbroken>
          <span className={classes.source}>
            <Unbroken>{sourceOf(price, words)}</Unbroken>
          </span>
          {override && (
            <span className={classes.own}>✎ {own("changedBy", { by: override.by, date: override.asOf, reason: override.reason })}</span>
          )}
          {price.usd === null && <span className={classes.warn}>▲ {t("prices.unknownHelp")}</span>}
          {price.marks.includes("stale") && <span className={classes.warn}>▲ {own("stale")}</span>}
          {price.confidence === "approximate" && <span className={classes.warn}>▲ {t("prices.approximate")}</span>}
          {priceId && canEdit && !isEditing && (
            <button
              type="button"
              className={editor.change}
              onPointerEnter={prepare}
              onFocus={prepare}
              onClick={() => {
                prepare();
                setEditing(true);
              }}
              aria-label={own("changeLabel", { title })}
            >
              {own("change")}
            </button>
          )}
        </span>
        <span className={classes.price}>
          {price.usd === null ? t("prices.unknown") : words.price(price.usd)}
          {price.usd !== null && <span className={classes.source}>{t("prices.unit", { unit })}</span>}
        </span>
      </div>
      {priceId && isEditing && (
        <PriceEditor priceId={priceId} title={title} unit={unit} usd={price.usd} override={row} onClose={() => setEditing(false)} />
      )}
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
