import { createTranslator } from "use-intl/core";
import { Column } from "@/components/ui/column";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";
import { DEFAULT_LOCALE, loadMessages } from "@/messages/load";

/** One page for wrong, foreign and revoked addresses, with a way on. Rendered on the server: it rides along with every page. */
export default async function NotFound() {
  const t = createTranslator({ locale: DEFAULT_LOCALE, messages: await loadMessages(["common", "join"]) });
  return (
    <>
      <header className="plain-header">
        <a href={routes.home()} className="plain-brand">
          <Mark />
          {t("common.name")}
        </a>
      </header>
      <main id="main">
        <Column>
          <div className="plain-body">
            <h1>{t("join.deadTitle")}</h1>
            <p className="quiet">{t("join.deadText")}</p>
            <a href={routes.join()} className="plain-button">
              {t("join.enterCode")}
            </a>
            <a href={routes.home()}>{t("join.home")}</a>
          </div>
        </Column>
      </main>
    </>
  );
}
