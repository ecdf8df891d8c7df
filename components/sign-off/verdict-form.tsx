"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { announce } from "@/components/ui/live-region";
import { ApiError } from "@/lib/client/api";
import { useApprove } from "@/lib/client/sign-off/mutations";
import { shortHash } from "@/lib/client/sign-off/sign-state";
import { personNameSchema, TEXT_LIMITS } from "@/lib/domain/text";
import type { RevisionView, Verdict } from "@/lib/domain/worksheet/schema";
import classes from "./sign-off.module.css";
import { VerdictChoices } from "./verdict-choices";

type Props = { worksheetId: string; revision: RevisionView; onDone: () => void };
type Values = { verdict: Verdict | ""; comment: string; typedName: string };

export function VerdictForm({ worksheetId, revision, onDone }: Props) {
  const t = useTranslations("sign.verdict");
  const approve = useApprove(worksheetId);
  const { register, handleSubmit, watch, formState } = useForm<Values>({ defaultValues: { verdict: "", comment: "", typedName: "" } });
  const verdict = watch("verdict");
  const { errors } = formState;

  const submit = handleSubmit(({ verdict: chosen, comment, typedName }) => {
    if (chosen === "") return;
    const approval = { n: revision.n, sha256: revision.sha256, verdict: chosen, typedName: typedName.trim(), comment: comment.trim() };
    approve.mutate(approval, {
      onSuccess: () => {
        announce(t("changeable"));
        onDone();
      },
    });
  });

  return (
    <form id="verdict" className={classes.card} onSubmit={(event) => void submit(event)} noValidate>
      <p className={classes.text}>{t("approving", { n: revision.n, hash: shortHash(revision.sha256) })}</p>
      <VerdictChoices
        field={register("verdict", { required: true })}
        error={errors.verdict ? t("needVerdict") : null}
        legend={t("legend")}
      />
      <div className={classes.fields}>
        {verdict !== "" && (
          <Textarea
            label={t(`comment.${verdict}`)}
            autosize
            minRows={2}
            maxLength={TEXT_LIMITS.note}
            error={errors.comment && t("needComment")}
            {...register("comment", { validate: (text, { verdict: chosen }) => chosen === "approve" || text.trim() !== "" })}
          />
        )}
        <TextInput
          label={t("typed")}
          autoComplete="name"
          error={errors.typedName && t("needName")}
          {...register("typedName", { validate: (text) => personNameSchema.safeParse(text).success })}
        />
      </div>
      <div className={classes.row}>
        <Button type="submit" loading={approve.isPending}>
          {t(`confirm.${verdict === "" ? "approve" : verdict}`, { n: revision.n })}
        </Button>
      </div>
      {isStaleHash(approve.error) ? (
        <p className={classes.error} role="alert">
          {t("staleHash")}
        </p>
      ) : (
        <ErrorNote error={approve.error} />
      )}
    </form>
  );
}

function isStaleHash(error: Error | null): boolean {
  return error instanceof ApiError && error.code === "stale_version";
}
