"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useTakeSeat } from "@/lib/client/space/mutations";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import classes from "./space.module.css";

/** For somebody of the space who only reads along so far. */
export function SeatCard({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("space.worksheet");
  const take = useTakeSeat(worksheet.id);
  if (worksheet.space === null || worksheet.members.some(({ isYou }) => isYou)) return null;
  return (
    <section className={classes.key}>
      <p>{t("seat", { name: worksheet.space.name })}</p>
      <div>
        <Button loading={take.isPending} onClick={() => take.mutate()}>
          {t("takePart")}
        </Button>
      </div>
      <ErrorNote error={take.error} />
    </section>
  );
}
