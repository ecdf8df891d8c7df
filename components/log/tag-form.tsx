"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { useSetTags } from "@/lib/client/log/mutations";
import classes from "./line-forms.module.css";

type Props = {
  spaceId: string;
  entryId: string;
  tags: readonly string[];
  /** Closes it, where it was opened in place. */
  onDone?: () => void;
};

/** Tags of one line of the log, separated by commas. They are the log's; the record does not change. */
export function TagForm({ spaceId, entryId, tags, onDone }: Props) {
  const t = useTranslations("log.tags");
  const [text, setText] = useState(tags.join(", "));
  const save = useSetTags(spaceId);
  const list = text
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
  return (
    <form
      method="post"
      className={classes.tags}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(
          { entryId, tags: list },
          {
            onSuccess: () => {
              if (!onDone) return;
              // What is closed cannot say it itself.
              announce(t("saved"));
              onDone();
            },
          },
        );
      }}
    >
      <TextInput
        label={t("label")}
        description={t("hint")}
        value={text}
        data-autofocus={onDone !== undefined || undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={save.isPending}>
        {t("save")}
      </Button>
      {onDone && (
        <Button variant="subtle" onClick={onDone}>
          {t("cancel")}
        </Button>
      )}
      {save.isSuccess && (
        <span className="small" role="status">
          {t("saved")}
        </span>
      )}
      <ErrorNote error={save.error} />
    </form>
  );
}
