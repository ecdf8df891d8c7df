"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import classes from "./ask-first.module.css";

type Props = {
  words: string;
  /** What it will do, said before it is done. */
  text: string;
  /** What going through with it says, where that is more than `words`. */
  yes?: string;
  isPending?: boolean;
  onYes: () => void;
  /** Another way to go through with it. */
  other?: ReactNode;
  children?: ReactNode;
};

/** An act that ends something: asked in place before it is done. */
export function AskFirst({ words, text, yes = words, isPending = false, onYes, other, children }: Props) {
  const t = useTranslations("common");
  const [isAsking, setIsAsking] = useState(false);
  if (!isAsking)
    return (
      <Button variant="subtle" color="red" onClick={() => setIsAsking(true)}>
        {words}
      </Button>
    );
  return (
    <div className={classes.ask}>
      <p className="small">{text}</p>
      <div className={classes.acts}>
        <Button color="red" loading={isPending} onClick={onYes}>
          {yes}
        </Button>
        {other}
        <Button variant="default" onClick={() => setIsAsking(false)}>
          {t("cancel")}
        </Button>
      </div>
      {children}
    </div>
  );
}
