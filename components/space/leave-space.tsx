"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { AskFirst } from "@/components/ui/ask-first";
import { ErrorNote } from "@/components/ui/error-note";
import { useChangeSpace } from "@/lib/client/space/mutations";
import type { SpaceView } from "@/lib/domain/space/schema";
import { routes } from "@/lib/routes";
import classes from "./space.module.css";

/** The way out, for everybody but the last who looks after the space. */
export function LeaveSpace({ space }: { space: SpaceView }) {
  const t = useTranslations("space.leave");
  const router = useRouter();
  const change = useChangeSpace(space.id);
  const { memberId } = space.you;
  const isNeeded = !space.members.some(({ id, role }) => id !== memberId && role === "facilitator");
  return (
    <section className={classes.part} aria-labelledby="leave">
      <h2 id="leave">{t("title")}</h2>
      {isNeeded ? (
        <p className="quiet">{t("needed")}</p>
      ) : (
        <div>
          <AskFirst
            words={t("button")}
            text={t("text")}
            isPending={change.isPending || change.isSuccess}
            onYes={() => change.mutate({ of: "removal", memberId }, { onSuccess: () => router.push(routes.spaces()) })}
          />
        </div>
      )}
      <ErrorNote error={change.error} />
    </section>
  );
}
