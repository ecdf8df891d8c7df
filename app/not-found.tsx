import { SiteFooter } from "@/components/site/site-footer";
import { Column } from "@/components/ui/column";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";
import { serverWords } from "@/messages/server-words";

/** One page for wrong, foreign and revoked addresses, with a way on. Rendered on the server: it rides along with every page. */
export default async function NotFound() {
  const [common, t] = await Promise.all([serverWords("common"), serverWords("join")]);
  return (
    <>
      <header className="plain-header">
        <a href={routes.home()} className="plain-brand">
          <Mark />
          {common("name")}
        </a>
      </header>
      <main id="main">
        <Column>
          <div className="plain-body">
            <h1>{t("deadTitle")}</h1>
            <p className="quiet">{t("deadText")}</p>
            <a href={routes.join()} className="plain-button">
              {t("enterCode")}
            </a>
            <a href={routes.home()}>{t("home")}</a>
          </div>
        </Column>
      </main>
      <SiteFooter />
    </>
  );
}
