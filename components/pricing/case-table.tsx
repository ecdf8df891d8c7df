import { ScrollRegion } from "@/components/ui/scroll-region";
import { TableHead } from "@/components/ui/table-head";
import type { CheckedCase, CheckedClaim } from "@/lib/domain/costs/cost-cases";
import { displayPrice } from "@/lib/domain/costs/display";
import type { ServerWords } from "@/messages/server-words";
import classes from "./pricing.module.css";

/** Vendors' own worked examples, computed again: theirs, ours, and whether the published one is right. */
export function CaseTable({ cases, t, locale }: { cases: CheckedCase[]; t: ServerWords; locale: string }) {
  return (
    <ScrollRegion className={classes.scroll} label={t("casesTitle")}>
      <table className={classes.table}>
        <TableHead columns={["example", "published", "ours", "verdict"]} word={(column) => t(`case.${column}`)} />
        <tbody>
          {cases.map(({ id, title, source, publishedUsd, computedUsd, toleranceUsd, verdict, holds, note }) => (
            <tr key={id}>
              <th scope="row">
                <span lang="en">{title}</span>
                <span className={classes.under}>
                  <a href={source.url} rel="noreferrer" lang="en">
                    {source.title}
                  </a>
                </span>
                {note && (
                  <span className={classes.under} lang="en">
                    {note}
                  </span>
                )}
              </th>
              <td className={classes.number}>{displayPrice(publishedUsd, locale)}</td>
              <td className={classes.number}>
                {displayPrice(rounded(computedUsd), locale)}
                <span className={classes.under}>{t("case.tolerance", { usd: displayPrice(toleranceUsd, locale) })}</span>
              </td>
              <td>
                {t(`case.verdicts.${verdict}`)}
                {!holds && <span className={classes.warn}>▲ {t("case.broken")}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** What a widely read guide says about costs, in our words, with our verdict and our own number. */
export function ClaimTable({ claims, t }: { claims: CheckedClaim[]; t: ServerWords }) {
  return (
    <ScrollRegion className={classes.scroll} label={t("claimsTitle")}>
      <table className={classes.table}>
        <TableHead columns={["claim", "verdict", "ours"]} word={(column) => t(`claim.${column}`)} />
        <tbody>
          {claims.map(({ id, topic, claim, verdict, ours, holds }) => (
            <tr key={id}>
              <th scope="row">
                <span lang="en">{claim}</span>
                <span className={classes.under} lang="en">
                  {topic}
                </span>
              </th>
              <td>
                {t(`claim.verdicts.${verdict}`)}
                {!holds && <span className={classes.warn}>▲ {t("case.broken")}</span>}
              </td>
              <td lang="en">{ours}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** Cents where the sum has them, and a digit more where it does not come out even. */
function rounded(usd: string): string {
  return String(Number(Number(usd).toFixed(4)));
}
