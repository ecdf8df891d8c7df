import { useFormatter, useTranslations } from "use-intl";
import type { RevisionReply } from "@/lib/client/sign-off/revision-reply";
import { reviewDay } from "@/lib/domain/record/review-day";
import { linesOf } from "@/lib/domain/worksheet/lines-of";
import classes from "./frozen-decision.module.css";
import { personOf } from "./person-of";

type Props = { reply: Pick<RevisionReply, "record" | "people">; decidedAt: string };

/** What would make the team look again beside its own lines: what somebody watches, who and where, and on which day at last. */
export function RecordReconsider({ reply, decidedAt }: Props) {
  const t = useTranslations("sign.read");
  const format = useFormatter();
  const { record } = reply;
  const written = new Set(linesOf(record.decision.sections.reconsider));
  const watched = record.reconsider.filter(
    ({ text, trigger }) => typeof text === "string" && (trigger !== undefined || !written.has(text)),
  );
  const { day, isChosen } = reviewDay(record, decidedAt);
  const shown = format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  return (
    <>
      {watched.length > 0 && (
        <ul className={classes.list}>
          {watched.map(({ text, owner, trigger }) => (
            <li key={`${String(text)} ${owner ?? ""}`}>
              {String(text)} {owner !== null && <span className="small">{t("ownedBy", { name: personOf(reply, owner) })}</span>}{" "}
              {trigger !== undefined && trigger.measuredAt !== "" && (
                <span className="small">{t("measuredIn", { where: trigger.measuredAt })}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="small">{t(isChosen ? "reviewOn" : "reviewDefault", { day: shown })}</p>
    </>
  );
}
