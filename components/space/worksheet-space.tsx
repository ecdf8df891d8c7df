"use client";

import { Button, NativeSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useMoveIntoSpace } from "@/lib/client/space/mutations";
import { spaceQueries } from "@/lib/client/space/queries";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import classes from "./space.module.css";

/** Which space a worksheet belongs to, or the way into one. */
export function WorksheetSpace({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("space.worksheet");
  const { space } = worksheet;
  return (
    <div className={classes.part}>
      {space ? (
        <p>
          {t("belongs", { name: space.name })}{" "}
          <Link href={routes.space(space.id)} prefetch={false}>
            {t("open")}
          </Link>
        </p>
      ) : (
        <MoveForm worksheetId={worksheet.id} />
      )}
    </div>
  );
}

function MoveForm({ worksheetId }: { worksheetId: string }) {
  const t = useTranslations("space.worksheet");
  const { data } = useQuery(spaceQueries.list());
  const move = useMoveIntoSpace(worksheetId);
  const [chosen, setChosen] = useState("");
  const spaces = data?.spaces.filter(({ role }) => role !== "observer") ?? [];
  const spaceId = chosen || (spaces[0]?.id ?? "");
  if (move.data)
    return (
      <p role="status">
        {move.data.renumbered && t("renumbered", { number: String(move.data.number ?? 0).padStart(4, "0") })}{" "}
        <Link href={routes.space(spaceId)}>{t("open")}</Link>
      </p>
    );
  return (
    <>
      <p className="quiet">{spaces.length === 0 ? t("none") : t("moveHint")}</p>
      {spaces.length === 0 ? (
        <p>
          <Link href={routes.spaces()} prefetch={false}>
            {t("start")}
          </Link>
        </p>
      ) : (
        <div className={classes.form}>
          <NativeSelect
            label={t("choose")}
            value={spaceId}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
            data={spaces.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button variant="default" loading={move.isPending} onClick={() => move.mutate(spaceId)}>
            {t("moveButton")}
          </Button>
        </div>
      )}
      <ErrorNote error={move.error} />
    </>
  );
}
