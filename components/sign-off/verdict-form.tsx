"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { announce } from "@/components/ui/live-region";
import { ApiError } from "@/lib/client/api";
import { useApprove, useSign } from "@/lib/client/sign-off/mutations";
import { shortHash } from "@/lib/client/sign-off/sign-state";
import { useFormKey, useUnsentForm } from "@/lib/client/unsent/use-unsent";
import type { SignOffView } from "@/lib/domain/sign-off/schema";
import { personNameSchema, TEXT_LIMITS } from "@/lib/domain/text";
import type { RevisionView, Verdict, WorksheetView } from "@/lib/domain/worksheet/schema";
import { PasskeySigning } from "./passkey-signing";
import { RefusalNote } from "./refusal-note";
import classes from "./sign-off.module.css";
import { useHasPasskeys } from "./use-has-passkeys";
import { VerdictChoices } from "./verdict-choices";

type Props = {
  worksheetId: string;
  revision: RevisionView;
  role: WorksheetView["you"]["role"];
  setUp: SignOffView | undefined;
  onDone: () => void;
};
type Values = { verdict: Verdict | ""; comment: string; typedName: string };

/** The answer: a verdict, its words, a name; signed with a passkey where there are passkeys, else sent as it is. */
export function VerdictForm({ worksheetId, revision, role, setUp, onDone }: Props) {
  const t = useTranslations("sign.verdict");
  const approve = useApprove(worksheetId);
  const sign = useSign(worksheetId);
  const hasPasskeys = useHasPasskeys() && setUp?.isPasskeyPossible === true;
  const form = useForm<Values>({ defaultValues: { verdict: "", comment: "", typedName: "" } });
  const { register, handleSubmit, watch, formState } = form;
  const { forgetAfter } = useUnsentForm(useFormKey(worksheetId, `verdict/${revision.n}`), form);
  const verdict = watch("verdict");
  const { errors } = formState;
  const error = approve.error ?? sign.error;

  const submit = (mutation: typeof approve | typeof sign) =>
    handleSubmit(({ verdict: chosen, comment, typedName }) => {
      if (chosen === "") return;
      const said = { n: revision.n, sha256: revision.sha256, verdict: chosen, typedName: typedName.trim(), comment: comment.trim() };
      const other = mutation === approve ? sign : approve;
      other.reset();
      const sent = mutation.mutateAsync(said).then(() => {
        announce(t("changeable"));
        onDone();
      });
      forgetAfter(sent);
    });
  const word = verdict === "" ? "approve" : verdict;

  return (
    <form id="verdict" className={classes.card} onSubmit={(event) => void submit(approve)(event)} noValidate>
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
      {hasPasskeys && (
        <PasskeySigning
          worksheetId={worksheetId}
          count={setUp.you.passkeys}
          label={t(`passkeySign.${word}`, { n: revision.n })}
          isPending={sign.isPending}
          onSign={() => void submit(sign)()}
        />
      )}
      <div className={classes.row}>
        <Button type="submit" variant={hasPasskeys ? "default" : "filled"} loading={approve.isPending}>
          {t(`confirm.${word}`, { n: revision.n })}
        </Button>
      </div>
      <WithoutPasskey role={role} hasPasskeys={hasPasskeys} cameByMail={setUp?.you.cameByMail ?? false} />
      {isStaleHash(error) ? (
        <p className={classes.error} role="alert">
          {t("staleHash")}
        </p>
      ) : (
        <RefusalNote error={error} />
      )}
    </form>
  );
}

type WithoutProps = { role: WorksheetView["you"]["role"]; hasPasskeys: boolean; cameByMail: boolean };

/** What the plain answer will count as, before it is given. */
function WithoutPasskey({ role, hasPasskeys, cameByMail }: WithoutProps) {
  const t = useTranslations("sign");
  const link = cameByMail ? "mailed_link" : "handed_link";
  const how = role === "approver" ? link : "own_session";
  return (
    <p className={`tiny ${classes.note}`}>
      {t("verdict.without", { level: how === "mailed_link" ? "B" : "C", how: t(`how.${how}`) })} {!hasPasskeys && t("verdict.noPasskey")}
    </p>
  );
}

function isStaleHash(error: Error | null): boolean {
  return error instanceof ApiError && error.code === "stale_version";
}
