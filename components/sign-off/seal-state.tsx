"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useRetrySeal, useSeals } from "@/lib/client/sign-off/seals";
import type { SealView } from "@/lib/domain/sign-off/seal-schema";
import { files, routes } from "@/lib/routes";
import classes from "./sign-off.module.css";

type Props = { worksheetId: string; n: number; isFacilitator: boolean };

/** The PDF, with what is true of its seal: being made, made, or not made and why. */
export function SealState({ worksheetId, n, isFacilitator }: Props) {
  const t = useTranslations("sign");
  const seals = useSeals(worksheetId, n);
  const retry = useRetrySeal(worksheetId, n);
  const a4 = seals.data?.find((seal) => seal.paper === "A4");
  const letter = seals.data?.find((seal) => seal.paper === "LETTER");
  const failed = seals.data?.find((seal) => seal.state === "failed");
  return (
    <div className={classes.seal} data-testid="seal-state" data-state={failed ? "failed" : (a4?.state ?? "sealing")}>
      <div className={classes.take}>
        {(
          [
            ["a4", a4],
            ["letter", letter],
          ] as const
        ).map(([size, seal]) => (
          <Button
            key={size}
            component="a"
            variant={size === "a4" ? "filled" : "default"}
            href={files.adrPdf(worksheetId, size)}
            data-disabled={seal?.state !== "sealed" || undefined}
          >
            {t(`seal.${size}`)}
          </Button>
        ))}
      </div>
      <p className={classes.text} role="status">
        {t(`seal.${stateOf(a4, failed)}`, { error: reasonOf(t, failed) })}
      </p>
      {a4 && a4.unprintable.length > 0 && <p className="tiny">{t("seal.unprintable", { list: a4.unprintable.join(", ") })}</p>}
      {failed && isFacilitator && (
        <Button variant="default" loading={retry.isPending} onClick={() => retry.mutate()}>
          {t("seal.retry")}
        </Button>
      )}
      <ErrorNote error={retry.error ?? seals.error} />
      {a4?.state === "sealed" && (
        <p className="tiny">
          <a href={routes.verify()}>{t("seal.verify")}</a>
        </p>
      )}
    </div>
  );
}

function stateOf(seal: SealView | undefined, failed: SealView | undefined): string {
  if (failed) return "failed";
  if (seal?.state !== "sealed") return seal?.error ? "waiting" : "sealing";
  if (seal.level === "B-T") return "stamped";
  return seal.isStampPending ? "stampPending" : "sealed";
}

const KNOWN = [
  "wrong_secret",
  "audit_forked",
  "disk_full",
  "busy",
  "clock_behind_decision",
  "clock_before_certificate",
  "certificate_expired",
  "interrupted",
] as const;

function reasonOf(t: ReturnType<typeof useTranslations<"sign">>, failed: SealView | undefined): string {
  if (!failed) return "";
  return t(`seal.errors.${KNOWN.find((name) => name === failed.error) ?? "unexpected"}`);
}
