import Link from "next/link";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";
import classes from "./catalogue.module.css";
import type { CatalogueWords } from "./catalogue-words";

/** The public pages' way home. */
export function CatalogueHeader({ t }: { t: CatalogueWords }) {
  return (
    <header className={classes.header}>
      <Link href={routes.home()} className={classes.brand} prefetch={false}>
        <Mark />
        {t("home")}
      </Link>
    </header>
  );
}
