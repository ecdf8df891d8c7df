"use client";

import { useFormatter, useTranslations } from "use-intl";
import type { VerifyReply } from "@/lib/domain/verify/schema";
import classes from "./verify.module.css";

type Props = { reply: VerifyReply /** The hash that a scanned code brought, or null. */; printed: string | null };

/** The verdict in one sentence, then every check in the order it was made. */
export function VerdictView({ reply, printed }: Props) {
  const t = useTranslations("verify-page");
  const format = useFormatter();
  const { verdict, headline, checks, decision } = reply;
  const why = checks.find((check) => speaksFor(check, verdict));
  return (
    <section className={classes.result} aria-label={t("result")} data-testid="verdict" data-verdict={verdict}>
      <h2 className={`${classes.headline} ${classes[toneOf(verdict)]}`}>
        <span aria-hidden="true">{SYMBOLS[toneOf(verdict)]}</span> {headline}
      </h2>
      {why && <p className={classes.decision}>{why.detail}</p>}
      {decision && (
        <p className={classes.decision}>
          {decision.number === null
            ? decision.title
            : t("decision", { number: String(decision.number).padStart(4, "0"), title: decision.title })}
        </p>
      )}
      {decision && decision.by.length > 0 && decision.at !== null && (
        <p className={classes.note}>
          {t("approvedBy", { names: format.list(decision.by), day: format.dateTime(new Date(decision.at), { dateStyle: "long" }) })}
        </p>
      )}
      {decision && printed !== null && <p className={classes.note}>{t(decision.sha256 === printed ? "samePaper" : "otherPaper")}</p>}
      <ul className={classes.checks}>
        {checks.map((check) => {
          const { id, title, detail } = check;
          const ok = verdict === "valid-superseded" && id === "current" ? null : check.ok;
          return (
            <li key={id} className={classes.check}>
              <span className={`${classes.mark} ${classes[MARKS[String(ok)]?.tone ?? "open"]}`}>
                <span aria-hidden="true">{MARKS[String(ok)]?.symbol}</span>
                <span className="visually-hidden">{t(check.ok === ok ? `outcome.${String(ok)}` : "outcome.old")}</span>
              </span>
              <div>
                <h3 className={classes.title}>{title}</h3>
                <p className={classes.detail}>{detail}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The check that the verdict rests on, said below it; a valid file needs no reason. */
function speaksFor({ id, ok }: VerifyReply["checks"][number], verdict: VerifyReply["verdict"]): boolean {
  return verdict === "valid-superseded" ? id === "current" : ok === false;
}

type Tone = "good" | "open" | "bad";

const SYMBOLS: Record<Tone, string> = { good: "✓", open: "○", bad: "✕" };
const MARKS: Record<string, { tone: Tone; symbol: string }> = {
  true: { tone: "good", symbol: "✓" },
  false: { tone: "bad", symbol: "✕" },
  null: { tone: "open", symbol: "○" },
};

function toneOf(verdict: VerifyReply["verdict"]): Tone {
  if (verdict === "valid") return "good";
  return verdict === "valid-superseded" ? "open" : "bad";
}
