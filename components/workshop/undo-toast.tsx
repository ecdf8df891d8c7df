"use client";

import { Button } from "@mantine/core";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import { undoOffer } from "@/lib/client/workshop/undo";
import classes from "./team-bar.module.css";
import { useUndoText } from "./use-undo-text";

const OFFER_MS = 10_000;

/** Ten seconds to take the last act back; the time stands still while somebody points at it or has the focus in it. */
export function UndoToast() {
  const t = useTranslations("workshop.undo");
  const offer = useSyncExternalStore(undoOffer.subscribe, undoOffer.get, () => null);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (offer === null || isHeld) return;
    const timer = setTimeout(() => undoOffer.set(null), OFFER_MS);
    return () => clearTimeout(timer);
  }, [offer, isHeld]);
  const text = useUndoText();
  const words = offer === null || offer.isQuiet ? null : text(offer);
  useEffect(() => {
    if (words !== null) announce(words);
  }, [words]);
  if (words === null) return null;
  const take = () => {
    undoOffer.take();
    announce(t("undone"));
  };
  return (
    <section
      aria-label={t("button")}
      className={classes.toast}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <span>{words}</span>
      <Button size="xs" variant="default" onClick={take}>
        {t("button")}
      </Button>
    </section>
  );
}
