"use client";

import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import { newOpId } from "@/lib/client/api";
import { sectionSender } from "@/lib/client/decision/mutations";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";

/** Puts a finding of this screen, as it stands, into what would make the team reconsider. */
export function PinFinding({ view, text }: { view: WorksheetView; text: string }) {
  const t = useTranslations("costsheet.pin");
  const queryClient = useQueryClient();
  const section = view.sections.find((entry) => entry.section === "reconsider");
  const standing = section?.text ?? "";
  const isPinned = standing.includes(text);
  const pin = useMutation({
    mutationFn: async () => {
      const send = sectionSender(queryClient, view.id, "reconsider");
      return send({
        opId: newOpId(),
        text: [standing.trimEnd(), `- ${text}`].filter(Boolean).join("\n"),
        baseVersion: section?.version ?? 0,
      });
    },
    onSuccess: ({ kind }) => announce(kind === "saved" ? t("done") : t("failed")),
  });
  const failed = pin.data !== undefined && pin.data.kind !== "saved";
  return (
    <div>
      <Button size="xs" variant="default" disabled={isPinned} loading={pin.isPending} onClick={() => pin.mutate()}>
        {isPinned ? t("pinned") : t("pin")}
      </Button>
      {failed && <p role="alert">{t("failed")}</p>}
    </div>
  );
}
