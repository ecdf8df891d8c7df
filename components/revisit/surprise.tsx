import { useTranslations } from "use-intl";
import type { ReviewResult } from "@/lib/domain/review/schema";
import { useMetricWords } from "./use-metric-words";

/** The number that is farthest from what anybody expected, in one sentence; nothing where somebody expected each. */
export function Surprise({ rows }: Pick<ReviewResult, "rows">) {
  const t = useTranslations("revisit.surprise");
  const words = useMetricWords();
  const off = rows.flatMap(({ metric, ratio, verdict }) =>
    verdict === "nobody_expected" && ratio !== null && ratio > 0 ? [{ metric, ratio, distance: Math.abs(Math.log(ratio)) }] : [],
  );
  const [farthest] = off.toSorted((a, b) => b.distance - a.distance);
  if (farthest === undefined) return null;
  const { metric, ratio } = farthest;
  const values = { metric: words.name(metric), times: words.times(ratio > 1 ? ratio : 1 / ratio) };
  return <>{t(ratio > 1 ? "more" : "less", values)} </>;
}
