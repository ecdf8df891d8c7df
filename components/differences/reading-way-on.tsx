"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { placeOf, READING } from "@/lib/domain/workshop/pointer";
import { useBoardView } from "./view-switch";

/** From reading to the board. Whoever leads takes the team along, as far as offering the way; everybody else goes alone. */
export function ReadingWayOn({ worksheetId, role }: { worksheetId: string; role: string }) {
  const t = useTranslations("differences.reading");
  const [, setView] = useBoardView();
  const workshop = useWorkshop(worksheetId);
  const { mutate: act } = useWorkshopAct(worksheetId);
  const isReading = workshop?.pointer ? placeOf(workshop.pointer) === READING : false;
  const goOn = () => {
    if (role === "facilitator" && isReading) {
      act({ path: "pointer", body: { screen: "differences" } });
      if (workshop?.timer?.topic === READING) act({ path: "timer", body: { action: "stop" } });
    }
    setView("impact");
    // The button goes with the view; the keyboard goes on at the top of what came instead.
    document.getElementById("main")?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  };
  return <Button onClick={goOn}>{t("wayOn")}</Button>;
}
