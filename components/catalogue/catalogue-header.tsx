import Link from "next/link";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";
import type { ServerWords } from "@/messages/server-words";
import classes from "./catalogue.module.css";

/** The public pages' way home. */
export function CatalogueHeader({ t }: { t: ServerWords }) {
  return (
    <header className={classes.header}>
      <Link href={routes.home()} className={classes.brand} prefetch={false}>
        <Mark />
        {t("home")}
      </Link>
    </header>
  );
}
