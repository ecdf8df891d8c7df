"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import type { SessionOpened } from "@/lib/domain/share/schema";
import type { Role } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { JoinForm } from "./join-form";
import { WayIn } from "./way-in";

const INVITED = {
  facilitator: "invitedFacilitator",
  member: "invited",
  observer: "invitedObserver",
  approver: "invitedApprover",
} as const satisfies Record<Role, string>;

/** What this link opens, who asks, and either your name or the way on as who you already are. */
export function JoinInvitation({ session }: { session: SessionOpened }) {
  const t = useTranslations("join");
  const router = useRouter();
  const goOn = (role: Role, isBlind = false) => router.push(firstScreen(session, { role, isBlind }));
  return (
    <WayIn>
      <div style={{ display: "grid", gap: 8 }}>
        <p className="small">{t(INVITED[session.role], { facilitator: session.facilitator })}</p>
        <h1>{session.title}</h1>
        {session.role !== "approver" && <p className="quiet">{t("here", { count: session.memberCount })}</p>}
      </div>
      {session.you ? (
        <Button size="md" onClick={() => goOn(session.role)}>
          {t("continue", { name: session.you.name })}
        </Button>
      ) : (
        <JoinForm session={session} onJoined={goOn} />
      )}
      <p className="small">{noteText()}</p>
    </WayIn>
  );

  function noteText() {
    if (session.role === "approver") return null;
    if (session.isDecided) return t("decided");
    if (session.role === "observer") return t("observerNote");
    if (session.isRevealed) return session.you ? null : t("revealed");
    return session.role === "facilitator" ? null : t("blind", { facilitator: session.facilitator });
  }
}

/** Two taps from a scanned code to the first question. */
function firstScreen(session: SessionOpened, { role, isBlind }: { role: Role; isBlind: boolean }): string {
  const id = session.worksheetId;
  if (role === "approver") return routes.sign(id);
  if (role === "member" && (isBlind || !session.isRevealed)) return routes.step(id, "workload");
  return routes.worksheet(id);
}
