"use client";

import { Button, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import classes from "./import.module.css";

export function PasteBox({ onText }: { onText: (text: string) => void }) {
  const t = useTranslations("adrImport");
  const [text, setText] = useState("");
  return (
    <form
      className={classes.paste}
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        onText(text);
        setText("");
      }}
    >
      <Textarea
        label={t("paste")}
        description={t("pasteHint")}
        rows={5}
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t("add")}
      </Button>
    </form>
  );
}
