"use client";

import { Modal } from "@mantine/core";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslations } from "use-intl";
import type { Command } from "./commands";
import classes from "./commands.module.css";

/** Type a few letters, choose with the arrows, Enter. A combobox with its list, as screen readers know it. */
export function CommandMenu({ commands, onClose }: { commands: readonly Command[]; onClose: () => void }) {
  const t = useTranslations();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const words = query.trim().toLocaleLowerCase().split(/\s+/u);
  const found = commands.filter(({ label }) => words.every((word) => label.toLocaleLowerCase().includes(word)));
  const chosen = Math.min(at, found.length - 1);
  const choose = (command: Command | undefined) => {
    onClose();
    command?.run();
  };
  const press = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      setAt((chosen + by + found.length) % Math.max(1, found.length));
    }
    if (event.key === "Enter" && found.length > 0) {
      event.preventDefault();
      choose(found[chosen]);
    }
  };
  return (
    <Modal opened onClose={onClose} title={t("commands.title")} closeButtonProps={{ "aria-label": t("common.close") }}>
      <input
        className={classes.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={found.length > 0 ? `${id}-${chosen}` : undefined}
        aria-label={t("commands.search")}
        placeholder={t("commands.search")}
        value={query}
        data-autofocus
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={t("commands.title")} className={classes.list} tabIndex={-1}>
        {found.map((command, index) => (
          <button
            key={command.id ?? command.label}
            id={`${id}-${index}`}
            type="button"
            role="option"
            aria-selected={index === chosen}
            tabIndex={-1}
            onClick={() => choose(command)}
          >
            <span>{command.label}</span>
            {command.key === "" ? null : <kbd>{command.key}</kbd>}
          </button>
        ))}
      </div>
      {found.length === 0 ? <p className="small">{t("commands.none")}</p> : null}
    </Modal>
  );
}
