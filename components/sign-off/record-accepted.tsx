import { useTranslations } from "use-intl";
import type { RevisionReply } from "@/lib/client/sign-off/revision-reply";
import classes from "./frozen-decision.module.css";
import { personOf } from "./person-of";

/** What people put their name to beside the texts: conditions of the choice, and checks that they put aside. */
export function RecordAccepted({ reply }: { reply: Pick<RevisionReply, "record" | "people"> }) {
  const t = useTranslations("sign.read");
  const { accepted = [], putAside = [] } = reply.record;
  const name = (id: string | null) => (id === null ? "" : personOf(reply, id));
  return (
    <ul className={classes.list}>
      {accepted.map(({ rule, by }) => (
        <li key={rule}>{t("conditionAccepted", { rule, name: name(by) })}</li>
      ))}
      {putAside.map(({ check, reason, by }) => (
        <li key={check}>{t("checkPutAside", { reason, name: name(by) })}</li>
      ))}
    </ul>
  );
}
