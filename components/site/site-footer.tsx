import { CATALOGUE } from "@/lib/domain/catalogue/catalogue";
import { PRICE_BOOK_VERSION } from "@/lib/domain/prices/price-book";
import { routes } from "@/lib/routes";
import { requestLocale } from "@/messages/request-locale";
import { serverWords } from "@/messages/server-words";

/** Ends every page: help at the same place everywhere, and of when the facts are. Drawn on the server, with plain links. */
export async function SiteFooter() {
  const [t, locale] = [await serverWords("help"), await requestLocale()];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(CATALOGUE.facts_as_of));
  return (
    <footer className="plain-footer no-print">
      <a href={routes.help()}>{t("footer.help")}</a>
      <a href={routes.help("privacy")}>{t("footer.privacy")}</a>
      <a href={routes.help("keys")}>{t("footer.keys")}</a>
      <a href={routes.help("facts")}>{t("footer.facts", { day, prices: PRICE_BOOK_VERSION })}</a>
    </footer>
  );
}
