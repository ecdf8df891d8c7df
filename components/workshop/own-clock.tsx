"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { keptForTab } from "@/lib/client/kept-for-tab";
import type { Timer } from "@/lib/domain/workshop/schema";
import { Countdown } from "./countdown";
import classes from "./team-bar.module.css";

const kept = keptForTab("shortlist.ownClock");

/** The shared timer as one person sees it: whoever is hurried by a clock puts it away, and the others keep theirs. */
export function OwnClock({ timer, offsetMs }: { timer: Timer; offsetMs: number }) {
  const t = useTranslations("workshop.timer");
  const [isHidden, setIsHidden] = useState(() => kept.read() === "hidden");
  const toggle = () => {
    kept.write(isHidden ? "shown" : "hidden");
    setIsHidden(!isHidden);
  };
  return (
    <span className={classes.part}>
      <Countdown timer={timer} offsetMs={offsetMs} isHidden={isHidden}>
        <button type="button" className={classes.hide} onClick={toggle}>
          {t(isHidden ? "show" : "hide")}
        </button>
      </Countdown>
    </span>
  );
}
