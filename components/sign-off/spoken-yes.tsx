"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useApprove } from "@/lib/client/sign-off/mutations";
import type { ApproverLine } from "@/lib/client/sign-off/sign-state";
import { useFormKey, useUnsentForm } from "@/lib/client/unsent/use-unsent";
import { personNameSchema, TEXT_LIMITS } from "@/lib/domain/text";
import type { Verdict } from "@/lib/domain/worksheet/schema";
import classes from "./sign-off.module.css";
import { VerdictChoices } from "./verdict-choices";

type Props = { worksheetId: string; line: ApproverLine; n: number; sha256: string; onClose: () => void };
type Values = { verdict: Verdict; comment: string; typedName: string };

/** The facilitator enters what an approver said in the room; the record says so and calls it level C. */
export function SpokenYes({ worksheetId, line, n, sha256, onClose }: Props) {
  const t = useTranslations("sign.spoken");
  const verdictWords = useTranslations("sign.verdict");
  const approve = useApprove(worksheetId);
  const form = useForm<Values>({ defaultValues: { verdict: "approve", comment: "", typedName: "" } });
  const { register, handleSubmit, formState } = form;
  const { name, id } = line.approver;
  const { forgetAfter } = useUnsentForm(useFormKey(worksheetId, `spoken/${id}/${n}`), form);

  const submit = handleSubmit(({ verdict, comment, typedName }) => {
    const said = { n, sha256, verdict, comment: comment.trim(), typedName: typedName.trim(), approverId: id };
    forgetAfter(approve.mutateAsync(said).then(onClose));
  });

  return (
    <form className={classes.link} onSubmit={(event) => void submit(event)} noValidate>
      <strong>{t("heading", { name })}</strong>
      <p className="small">{t("note")}</p>
      <VerdictChoices field={register("verdict")} legend={t("verdict", { name })} error={null} />
      <Textarea
        label={t("comment")}
        autosize
        maxLength={TEXT_LIMITS.note}
        error={formState.errors.comment && verdictWords("needComment")}
        {...register("comment", { validate: (text, { verdict }) => verdict === "approve" || text.trim() !== "" })}
      />
      <TextInput
        label={t("typed", { name })}
        autoComplete="off"
        error={formState.errors.typedName && verdictWords("needName")}
        {...register("typedName", { validate: (text) => personNameSchema.safeParse(text).success })}
      />
      <div className={classes.row}>
        <Button type="submit" loading={approve.isPending}>
          {t("save")}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
      <ErrorNote error={approve.error} />
    </form>
  );
}
