import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";
import classes from "./space.module.css";

type Props = { id: string; name: string; current: "log" | "people" | "settings" | "import"; children: ReactNode };

/** The frame of every screen of a space: its name, and the ways between its screens. */
export function SpaceShell({ id, name, current, children }: Props) {
  const t = useTranslations("space");
  const screens = [
    ["log", routes.space(id)],
    ["people", routes.spacePeople(id)],
    ["settings", routes.spaceSettings(id)],
  ] as const;
  return (
    <>
      <header className={classes.header}>
        <Link href={routes.home()} className={classes.brand} aria-label={t("home", { name })} prefetch={false}>
          <Mark />
          <span className={classes.brandName}>{name}</span>
        </Link>
        <nav className={classes.nav} aria-label={t("nav.label")}>
          <ul>
            {screens.map(([screen, href]) => (
              <li key={screen}>
                <Link href={href} prefetch={false} aria-current={screen === current ? "page" : undefined}>
                  {t(`nav.${screen}`)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="main">{children}</main>
    </>
  );
}
