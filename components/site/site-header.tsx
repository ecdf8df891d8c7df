import Link from "next/link";
import type { ReactNode } from "react";
import { Mark } from "@/components/ui/mark";
import { routes } from "@/lib/routes";

/** Above every page that is not one worksheet's or one space's: the way home, and what else stands beside it. */
export function SiteHeader({ home, children }: { home: string; children?: ReactNode }) {
  return (
    <header className="plain-header">
      <Link href={routes.home()} className="plain-brand" prefetch={false}>
        <Mark />
        {home}
      </Link>
      {children}
    </header>
  );
}
