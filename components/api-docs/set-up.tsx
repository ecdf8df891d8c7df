import { setUpOf } from "@/lib/domain/api-docs/operations";
import type { ServerWords } from "@/messages/server-words";
import { Command } from "./command";

/** What the commands expect of the shell, and where a reader's language is not that of the descriptions. */
export function SetUp({ origin, isForeign, t }: { origin: string; isForeign: boolean; t: ServerWords }) {
  return (
    <>
      <p className="small">{t("setUp")}</p>
      <Command text={setUpOf(origin)} label={t("setUp")} />
      {isForeign && <p className="small">{t("inEnglish")}</p>}
    </>
  );
}
