import { ScrollRegion } from "@/components/ui/scroll-region";
import { TableHead } from "@/components/ui/table-head";
import { displayPrice } from "@/lib/domain/costs/display";
import type { Price } from "@/lib/domain/prices/price-book";
import type { ServerWords } from "@/messages/server-words";
import classes from "./pricing.module.css";

/** Every price by product, folded: what it is a price of, what it costs, when and where that was read, and how sure it is. */
export function PriceBookTable({ prices, t, locale }: { prices: Price[]; t: ServerWords; locale: string }) {
  const products = [...new Set(prices.map(({ product }) => product))];
  return products.map((product) => {
    const rows = prices.filter((price) => price.product === product);
    return (
      <details key={product} className={classes.fold}>
        <summary>{t("product", { product, count: rows.length })}</summary>
        <ScrollRegion label={product} className={classes.scroll}>
          <table className={classes.table}>
            <TableHead columns={["what", "usd", "region", "asOf", "confidence", "source"]} word={(column) => t(`columns.${column}`)} />
            <tbody>
              {rows.map((price) => (
                <tr key={price.id} id={price.id}>
                  <th scope="row" lang="en">
                    {[price.nodeClass, price.meter.replaceAll("_", " ")].filter(Boolean).join(", ")}
                    <span className={classes.under}>{price.id}</span>
                  </th>
                  <td className={classes.number}>
                    {displayPrice(price.usd, locale)}
                    <span className={classes.under}>{price.unit.replace(/^USD (per )?/u, t("per"))}</span>
                  </td>
                  <td>{price.region}</td>
                  <td className={classes.date}>{price.asOf}</td>
                  <td>{t(`confidence.${price.confidence}`)}</td>
                  <td lang="en">{price.sourceKind}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      </details>
    );
  });
}
