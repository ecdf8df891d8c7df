"use client";

import { Button, Skeleton } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { isOfSpace, type JoinCredential, passToJoinPage, takeJoinCredential } from "@/lib/client/share/join-credential";
import { useOpenSession } from "@/lib/client/share/join-mutations";
import { routes } from "@/lib/routes";
import { DeadLink } from "./dead-link";
import { JoinInvitation } from "./join-invitation";
import { WayIn } from "./way-in";

export function JoinScreen() {
  const [credential, setCredential] = useState<JoinCredential | "none" | null>(null);
  const { mutate, ...opening } = useOpenSession();
  const router = useRouter();
  const goToSpace = useCallback(
    (next: JoinCredential) => {
      passToJoinPage(next);
      router.replace(routes.spaces());
    },
    [router],
  );

  useEffect(() => {
    const take = () => {
      const taken = takeJoinCredential();
      if (taken && isOfSpace(taken)) return goToSpace(taken);
      // The second run of an effect in development finds the address bar already clean.
      setCredential((known) => taken ?? known ?? "none");
      if (taken) mutate(taken);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [mutate, goToSpace]);

  const open = (next: JoinCredential) => {
    if (isOfSpace(next)) return goToSpace(next);
    setCredential(next);
    mutate(next);
  };
  if (opening.data) return <JoinInvitation session={opening.data} />;
  if (credential === "none") return <DeadLink isEmpty onOpen={open} />;
  if (opening.error && isDead(opening.error)) return <DeadLink onOpen={open} isPending={opening.isPending} />;
  return <Opening error={opening.error} onRetry={() => credential && mutate(credential)} />;
}

function Opening({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useTranslations();
  return (
    <WayIn>
      {error ? (
        <>
          <ErrorNote error={error} />
          <Button onClick={onRetry}>{t("common.retry")}</Button>
        </>
      ) : (
        <div style={{ display: "grid", gap: 16, inlineSize: "100%" }} role="status">
          <span className="small">{t("join.checking")}…</span>
          <Skeleton height={40} width="80%" />
          <Skeleton height={44} width={320} maw="100%" />
          <Skeleton height={44} width={140} />
        </div>
      )}
    </WayIn>
  );
}

function isDead(error: Error): boolean {
  return error instanceof ApiError && ["not_found", "unauthenticated", "forbidden", "invalid_input", "malformed"].includes(error.code);
}
