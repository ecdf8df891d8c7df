import type { Metadata } from "next";
import type { ReactNode } from "react";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { Column } from "@/components/ui/column";
import { CATALOGUE } from "@/lib/domain/catalogue/catalogue";
import { PRICE_BOOK_VERSION } from "@/lib/domain/prices/price-book";
import { routes } from "@/lib/routes";
import { requestLocale } from "@/messages/request-locale";
import { serverWords } from "@/messages/server-words";
import classes from "./help.module.css";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await serverWords("help"))("title"), robots: { index: true, follow: true } };
}

const SESSION = ["start", "answer", "reveal", "settle", "list", "sign", "again"] as const;
const PRIVACY = ["before", "after", "links", "kept", "device", "outside"] as const;
const KEYS = ["all", "letters", "timers"] as const;
const TROUBLE = ["offline", "device", "lost", "lead", "two"] as const;
const FACTS = {
  systems: routes.catalogue(),
  prices: routes.howWePrice(),
  neutral: routes.neutrality(),
  verify: routes.verify(),
  api: routes.api(),
};

export default async function HelpPage() {
  const [t, locale] = [await serverWords("help"), await requestLocale()];
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(CATALOGUE.facts_as_of));
  const tags = { b: (chunks: ReactNode) => <b>{chunks}</b>, kbd: (chunks: ReactNode) => <kbd>{chunks}</kbd> };
  const facts = { n: CATALOGUE.systems.length, day, prices: PRICE_BOOK_VERSION };
  return (
    <>
      <SiteHeader home={(await serverWords("catalogue"))("home")} />
      <main id="main">
        <Column>
          <h1 className="find">{t("finding")}</h1>
          <Part id="session" title={t("session.title")}>
            <ol>
              {SESSION.map((step) => (
                <li key={step}>{t(`session.${step}`)}</li>
              ))}
            </ol>
          </Part>
          <Part id="privacy" title={t("privacy.title")}>
            {PRIVACY.map((fact) => (
              <p key={fact}>{t(`privacy.${fact}`)}</p>
            ))}
          </Part>
          <Part id="keys" title={t("keys.title")}>
            {KEYS.map((fact) => (
              <p key={fact}>{t.rich(`keys.${fact}`, tags)}</p>
            ))}
          </Part>
          <Part id="trouble" title={t("trouble.title")}>
            {TROUBLE.map((case_) => (
              <p key={case_}>{t.rich(`trouble.${case_}`, tags)}</p>
            ))}
          </Part>
          <Part id="facts" title={t("facts.title")}>
            {Object.entries(FACTS).map(([fact, href]) => (
              <p key={fact}>{t.rich(`facts.${fact}`, { ...facts, link: (chunks: ReactNode) => <a href={href}>{chunks}</a> })}</p>
            ))}
          </Part>
        </Column>
      </main>
      <SiteFooter />
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} className={classes.part} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}
