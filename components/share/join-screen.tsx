"use client";

import { Button, Skeleton } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { type JoinCredential, takeJoinCredential } from "@/lib/client/share/join-credential";
import { useOpenSession } from "@/lib/client/share/join-mutations";
import { DeadLink } from "./dead-link";
import { JoinInvitation } from "./join-invitation";
import { WayIn } from "./way-in";

export function JoinScreen() {
  const [credential, setCredential] = useState<JoinCredential | "none" | null>(null);
  const { mutate, ...opening } = useOpenSession();

  useEffect(() => {
    const take = () => {
      const taken = takeJoinCredential();
      // The second run of an effect in development finds the address bar already clean.
      setCredential((known) => taken ?? known ?? "none");
      if (taken) mutate(taken);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [mutate]);

  const open = (next: JoinCredential) => {
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
