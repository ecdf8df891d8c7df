"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { useTranslations } from "use-intl";
import type { JoinCredential } from "@/lib/client/share/join-credential";
import { routes } from "@/lib/routes";
import { WayIn } from "./way-in";

// The not-found boundary rides along with every page; the form behind it must not.
const JoinCodeForm = dynamic(() => import("./join-code-form").then((module) => module.JoinCodeForm), {
  ssr: false,
  loading: () => <div style={{ blockSize: 96 }} />,
});

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
