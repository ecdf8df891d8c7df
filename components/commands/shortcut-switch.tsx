"use client";

import { Checkbox } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { areShortcutsOn, setShortcuts } from "@/lib/client/commands/shortcut-setting";

/** People who speak to their computer, or whose hands slip, must be able to turn single letters off (WCAG 2.1.4). */
export function ShortcutSwitch() {
  const t = useTranslations("commands");
  const [isOn, setIsOn] = useState(areShortcutsOn);
  const change = (next: boolean) => {
    setShortcuts(next);
    setIsOn(next);
  };
  return <Checkbox label={t("switch")} checked={isOn} onChange={(event) => change(event.currentTarget.checked)} />;
}
