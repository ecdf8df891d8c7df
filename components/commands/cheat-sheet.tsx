"use client";

import { Modal } from "@mantine/core";
import { useTranslations } from "use-intl";
import type { Command } from "./commands";
import classes from "./commands.module.css";
import { ShortcutSwitch } from "./shortcut-switch";

/** Every shortcut in one list, with the switch that turns the single letters off. */
export function CheatSheet({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const t = useTranslations();
  const fixed = [
    { key: t("commands.menuKey"), label: t("commands.title") },
    { key: t("commands.readyKey"), label: t("commands.ready") },
    { key: t("commands.openTopicKey"), label: t("commands.openTopic") },
    { key: t("commands.undoKey"), label: t("commands.undoAnswer") },
  ];
  return (
    <Modal opened onClose={onClose} title={t("commands.sheet")} closeButtonProps={{ "aria-label": t("common.close") }}>
      <dl className={classes.sheet}>
        {[...fixed, ...commands.filter(({ key }) => key !== "")].map(({ key, label }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <kbd>{key}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <ShortcutSwitch />
    </Modal>
  );
}
