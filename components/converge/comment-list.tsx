"use client";

import { Button, Textarea, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { safeUrl } from "@/lib/domain/workshop/safe-url";
import type { CommentView } from "@/lib/domain/workshop/schema";
import classes from "./converge.module.css";

type Props = {
  worksheetId: string;
  /** `field:<path>` or `candidate:<id>` */
  subject: string;
  role: string;
  /** The id of the name of what they are about. */
  about: string;
};

/** Remarks and links to evidence on one field or candidate, folded away until somebody wants them. */
export function CommentList({ worksheetId, subject, role, about }: Props) {
  const t = useTranslations("converge.comments");
  const workshop = useWorkshop(worksheetId);
  const act = useWorkshopAct(worksheetId);
  if (!workshop) return null;
  const comments = workshop.comments.filter((comment) => comment.subject === subject);
  const mayWrite = role === "facilitator" || role === "member";
  if (comments.length === 0 && !mayWrite) return null;
  return (
    <details className={classes.details}>
      <summary aria-describedby={about}>{t("title", { n: comments.length })}</summary>
      <ul className={classes.items}>
        {comments.map((comment) => (
          <Comment
            key={comment.id}
            comment={comment}
            onRemove={
              comment.isYours || role === "facilitator" ? () => act.mutate({ method: "DELETE", path: `comments/${comment.id}` }) : null
            }
          />
        ))}
      </ul>
      {mayWrite ? <NewComment worksheetId={worksheetId} subject={subject} /> : null}
      <ErrorNote error={act.error} />
    </details>
  );
}

function Comment({ comment, onRemove }: { comment: CommentView; onRemove: (() => void) | null }) {
  const t = useTranslations("converge.comments");
  const format = useFormatter();
  // Checked again here: what is stored may be older than today's rule.
  const href = comment.url === null ? null : safeUrl(comment.url);
  return (
    <li>
      {comment.text === "" ? null : (
        <span id={comment.id} className={classes.quote}>
          {comment.text}
        </span>
      )}
      {href === null ? null : (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {href}
        </a>
      )}
      <p className="small">
        {t("by", { name: comment.byName, when: format.dateTime(new Date(comment.at), { dateStyle: "medium", timeStyle: "short" }) })}{" "}
        {onRemove ? (
          <Button size="compact-xs" variant="subtle" aria-describedby={comment.id} onClick={onRemove}>
            {t("remove")}
          </Button>
        ) : null}
      </p>
    </li>
  );
}

function NewComment({ worksheetId, subject }: { worksheetId: string; subject: string }) {
  const t = useTranslations("converge.comments");
  const act = useWorkshopAct(worksheetId);
  const { typed, type, forgetAfter } = useUnsent({ worksheetId, form: `comment/${subject}`, empty: { text: "", url: "" } });
  const { text, url } = typed;
  const isBadUrl = url.trim() !== "" && safeUrl(url) === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isBadUrl || (text.trim() === "" && url.trim() === "")) return;
    const body = { subject, text, url: url.trim() === "" ? null : url };
    forgetAfter(act.mutateAsync({ method: "POST", path: "comments", body }));
  };
  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      <Textarea
        label={t("text")}
        autosize
        maxLength={TEXT_LIMITS.comment}
        value={text}
        onChange={(event) => type({ text: event.currentTarget.value })}
      />
      <TextInput
        label={t("url")}
        inputMode="url"
        value={url}
        onChange={(event) => type({ url: event.currentTarget.value })}
        error={isBadUrl && t("urlHint")}
      />
      <ErrorNote error={act.error} />
      <div>
        <Button type="submit" variant="default" loading={act.isPending}>
          {t("add")}
        </Button>
      </div>
    </form>
  );
}
