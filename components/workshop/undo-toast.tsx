"use client";

import { Button } from "@mantine/core";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import { useFocusBack } from "@/components/ui/use-focus-back";
import { createPatience } from "@/lib/client/workshop/patience";
import { type UndoOffer, undoOffer } from "@/lib/client/workshop/undo";
import classes from "./team-bar.module.css";
import { useUndoText } from "./use-undo-text";

const OFFER_MS = 10_000;

/** Ten seconds to take the last act back. */
export function UndoToast() {
  const offer = useSyncExternalStore(undoOffer.subscribe, undoOffer.get, () => null);
  return offer === null || offer.isQuiet ? null : <Offer offer={offer} />;
}

/** The time stands still while somebody points at it, has the keyboard in it, or looks at another tab. */
function Offer({ offer }: { offer: UndoOffer }) {
  const t = useTranslations("workshop.undo");
  const [patience] = useState(() => createPatience({ ms: OFFER_MS, onEnd: () => undoOffer.set(null) }));
  const { onFocus, giveBack } = useFocusBack();
  const words = useUndoText()(offer);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each offer has its own ten seconds
  useEffect(() => patience.renew(), [offer, patience]);
  useEffect(() => {
    const look = () => patience.set("hidden", document.visibilityState === "hidden");
    look();
    document.addEventListener("visibilitychange", look);
    return () => {
      document.removeEventListener("visibilitychange", look);
      patience.stop();
    };
  }, [patience]);
  useEffect(() => announce(t("said", { what: words })), [words, t]);
  const take = () => {
    giveBack();
    undoOffer.take();
    announce(t("undone"));
  };
  return (
    <section
      aria-label={t("button")}
      className={classes.toast}
      onPointerEnter={() => patience.set("pointer", true)}
      onPointerLeave={() => patience.set("pointer", false)}
      onFocus={(event) => {
        onFocus(event);
        patience.set("keyboard", true);
      }}
      onBlur={() => patience.set("keyboard", false)}
    >
      <span>{words}</span>
      <Button size="xs" variant="default" aria-keyshortcuts="Control+Z Meta+Z" onClick={take}>
        {t("button")}
      </Button>
    </section>
  );
}
