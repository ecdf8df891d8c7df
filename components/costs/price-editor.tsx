"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useEffect, useId, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { standingChange, useChangePrice } from "@/lib/client/costs/mutations";
import { localToday } from "@/lib/client/local-today";
import { readPrice, writePrice } from "@/lib/domain/cost-settings/read-price";
import type { PriceOverride } from "@/lib/domain/cost-settings/schema";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { useCostEditing } from "./cost-editing";
import classes from "./editor.module.css";
import { useCostWords } from "./use-cost-words";

type Props = {
  priceId: string;
  title: string;
  unit: string;
  usd: string | null;
  override: PriceOverride | null;
  onClose: () => void;
};

/** Changes one price: what is typed moves the curves at once, and is told to the others when it is saved with a reason. */
export function PriceEditor({ priceId, title, unit, usd, override, onClose }: Props) {
  const t = useTranslations("costsheet.price");
  const { price: money, locale } = useCostWords();
  const { worksheetId, tryPrice } = useCostEditing();
  const change = useChangePrice(worksheetId);
  const written = writePrice(usd ?? "", locale);
  const [text, setText] = useState(written);
  const [asOf, setAsOf] = useState(() => override?.asOf ?? localToday());
  const [reason, setReason] = useState(override?.reason ?? "");
  const [baseVersion, setBaseVersion] = useState(override?.version ?? 0);
  const [isTold, setTold] = useState(false);
  const id = useId();
  const read = readPrice(text, locale);
  const standing = standingChange(change.error);
  const isOpen = written !== text;

  useEffect(() => () => tryPrice(priceId, null), [priceId, tryPrice]);

  const problems = {
    price: read.ok ? null : t(`problems.${read.problem}`),
    asOf: dateProblem(),
    reason: reason.trim() === "" ? t("problems.reason") : null,
  };
  function dateProblem() {
    if (asOf === "") return t("problems.date");
    return asOf > localToday() ? t("problems.ahead") : null;
  }
  function type(value: string) {
    setText(value);
    const next = readPrice(value, locale);
    tryPrice(priceId, next.ok ? next.usd : null);
  }
  function save(event: FormEvent) {
    event.preventDefault();
    setTold(true);
    if (!read.ok || problems.asOf || problems.reason) return;
    send({ value: read.usd, asOf, reason });
  }
  function send(values: { value: string | null; asOf?: string; reason?: string }) {
    change.mutate(
      { priceId, baseVersion, ...values },
      {
        onSuccess: () => {
          announce(t(values.value === null ? "back" : "saved", { title }));
          onClose();
        },
        onError: (error) => setBaseVersion((version) => standingChange(error)?.version ?? version),
      },
    );
  }
  return (
    <form className={classes.form} onSubmit={save} aria-label={t("form", { title })} noValidate>
      <TextInput
        label={t("label", { unit })}
        value={text}
        inputMode="decimal"
        autoFocus
        leftSection="$"
        error={(isTold || (isOpen && text.trim() !== "")) && problems.price}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Escape" && onClose()}
      />
      <TextInput
        type="date"
        label={t("asOf")}
        value={asOf}
        max={localToday()}
        error={isTold && problems.asOf}
        onChange={(event) => setAsOf(event.currentTarget.value)}
      />
      <TextInput
        label={t("reason")}
        value={reason}
        maxLength={TEXT_LIMITS.reason}
        error={isTold && problems.reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <p className={classes.note} id={`${id}-note`}>
        {t("trial")}
      </p>
      {standing && "usd" in standing && (
        <p className={classes.warn} role="alert">
          {t("standing", { by: standing.by, price: standing.usd === null ? t("book") : money(standing.usd), reason: standing.reason })}
        </p>
      )}
      {change.error && !standing && <ErrorNote error={change.error} />}
      <div className={classes.row}>
        <Button type="submit" size="xs" loading={change.isPending} aria-describedby={`${id}-note`}>
          {standing ? t("saveOver") : t("save")}
        </Button>
        <Button size="xs" variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        {override?.usd != null && (
          <Button size="xs" variant="subtle" onClick={() => send({ value: null })}>
            {t("useBook")}
          </Button>
        )}
      </div>
    </form>
  );
}
