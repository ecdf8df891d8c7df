"use client";

import Link from "next/link";
import { useTranslations } from "use-intl";
import type { JoinCredential } from "@/lib/client/share/join-credential";
import { routes } from "@/lib/routes";
import { JoinCodeForm } from "./join-code-form";
import { WayIn } from "./way-in";

type Props = {
  /** Nothing was tried yet: somebody opened the join page without a link. */
  isEmpty?: boolean;
  onOpen?: (credential: JoinCredential) => void;
  isPending?: boolean;
};

/** One page for wrong, foreign and revoked links, so that it tells nobody which of them it was; with a way on. */
export function DeadLink({ isEmpty = false, onOpen, isPending }: Props) {
  const t = useTranslations("join");
  return (
    <WayIn>
      <h1>{t(isEmpty ? "emptyTitle" : "deadTitle")}</h1>
      <p className="quiet">{t(isEmpty ? "emptyText" : "deadText")}</p>
      <JoinCodeForm onOpen={onOpen} isPending={isPending} />
      <Link href={routes.home()}>{t("home")}</Link>
    </WayIn>
  );
}
