"use client";

import { Button } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslations } from "use-intl";
import classes from "./space.module.css";

type Props = {
  words: string;
  /** What it will do, said before it is done. */
  text: string;
  isPending: boolean;
  onYes: () => void;
  children?: ReactNode;
};

/** An act that ends something: asked in place before it is done. */
export function AskFirst({ words, text, isPending, onYes, children }: Props) {
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
      <div className={classes.actions}>
        <Button color="red" loading={isPending} onClick={onYes}>
          {words}
        </Button>
        <Button variant="default" onClick={() => setIsAsking(false)}>
          {t("cancel")}
        </Button>
      </div>
      {children}
    </div>
  );
}
