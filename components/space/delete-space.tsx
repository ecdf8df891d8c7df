"use client";

import { Button, Radio, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useDeleteSpace } from "@/lib/client/space/mutations";
import type { SpaceView } from "@/lib/domain/space/schema";
import { isTitleTyped } from "@/lib/domain/worksheet/keeping";
import { routes } from "@/lib/routes";
import classes from "./space.module.css";

/** Asks what becomes of the worksheets, and for the name, so that the right space goes. */
export function DeleteSpace({ space }: { space: SpaceView }) {
  const t = useTranslations("space.delete");
  const router = useRouter();
  const remove = useDeleteSpace(space.id);
  const [isAsking, setIsAsking] = useState(false);
  const [name, setName] = useState("");
  const [worksheets, setWorksheets] = useState<"keep" | "delete">("keep");
  const isRight = isTitleTyped(name, space.name);
  return (
    <section className={classes.part} aria-labelledby="delete-space">
      <h2 id="delete-space">{t("title")}</h2>
      <p className="quiet">{t("hint")}</p>
      {isAsking ? (
        <form
          method="post"
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (isRight) remove.mutate({ name, worksheets }, { onSuccess: () => router.push(routes.spaces()) });
          }}
        >
          <Radio.Group
            label={t("worksheets")}
            value={worksheets}
            onChange={(value) => setWorksheets(value === "delete" ? "delete" : "keep")}
          >
            <div className={classes.choices}>
              {(["keep", "delete"] as const).map((one) => (
                <Radio key={one} value={one} label={t(one)} description={t(`${one}Hint`)} />
              ))}
            </div>
          </Radio.Group>
          <TextInput
            className={classes.field}
            label={t("type")}
            description={space.name}
            value={name}
            autoComplete="off"
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <div className={classes.actions}>
            <Button type="submit" color="red" disabled={!isRight} loading={remove.isPending || remove.isSuccess}>
              {t("go")}
            </Button>
            <Button variant="default" onClick={() => setIsAsking(false)}>
              {t("keepSpace")}
            </Button>
          </div>
        </form>
      ) : (
        <div>
          <Button variant="subtle" color="red" onClick={() => setIsAsking(true)}>
            {t("title")}
          </Button>
        </div>
      )}
      <ErrorNote error={remove.error} />
    </section>
  );
}
