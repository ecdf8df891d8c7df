"use client";

import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useUnsent } from "@/lib/client/unsent/use-unsent";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import { TEXT_LIMITS } from "@/lib/domain/text";
import { consentOutcome } from "@/lib/domain/workshop/consent";
import { withLine } from "@/lib/domain/workshop/premortem";
import type { ConsentRoundView, ConsentView } from "@/lib/domain/workshop/schema";
import { CommitForm, ConsentForm } from "./consent-form";
import classes from "./converge.module.css";

type Props = {
  worksheetId: string;
  /** A field path, or `decision`. */
  subject: string;
  you: { memberId: string; role: string };
  /** What a facilitator would put to the team, to start from. */
  suggestion?: string;
  /** Told to those who may not ask while nobody has asked; nothing where there is other work to do. */
  waiting?: string;
  /** The id of the name of what the consent is about. */
  about: string;
};

/** "Does anybody object?": the open round, what the last one came to, and for facilitators the way to ask. */
export function ConsentPanel({ worksheetId, subject, you, suggestion = "", waiting, about }: Props) {
  const workshop = useWorkshop(worksheetId);
  if (!workshop) return null;
  const round = workshop.consentRounds.findLast((one) => one.subject === subject);
  const isFacilitator = you.role === "facilitator";
  const counts = isFacilitator || you.role === "member";
  if (!round && !isFacilitator) return waiting === undefined ? null : <p className="small">{waiting}</p>;
  return (
    <section className={classes.box} data-testid={`consent-${subject}`}>
      {round && round.closedAt === null ? <OpenRound worksheetId={worksheetId} round={round} you={you} mayChoose={counts} /> : null}
      {round && round.closedAt !== null ? <ClosedRound worksheetId={worksheetId} round={round} you={you} /> : null}
      {isFacilitator && round?.closedAt !== null ? (
        <AskForm worksheetId={worksheetId} subject={subject} suggestion={suggestion} about={about} />
      ) : null}
    </section>
  );
}

function OpenRound({
  worksheetId,
  round,
  you,
  mayChoose,
}: {
  worksheetId: string;
  round: ConsentRoundView;
  you: Props["you"];
  mayChoose: boolean;
}) {
  const t = useTranslations("converge.consent");
  const act = useWorkshopAct(worksheetId);
  const own = round.choices.find(({ memberId }) => memberId === you.memberId);
  return (
    <>
      <div>
        {mayChoose ? null : (
          <p>
            <b>{t("open")}</b>
          </p>
        )}
        <q className={classes.quote}>{round.proposal}</q>
        <p className="small">{t("lead", { name: round.byName })}</p>
      </div>
      {mayChoose ? <ConsentForm key={round.id} worksheetId={worksheetId} roundId={round.id} own={own} /> : null}
      {you.role === "facilitator" ? (
        <div>
          <Button
            variant="default"
            loading={act.isPending}
            onClick={() => act.mutate({ method: "POST", path: `consent-rounds/${round.id}/closing` })}
          >
            {t("close")}
          </Button>
          <ErrorNote error={act.error} />
        </div>
      ) : null}
    </>
  );
}

function ClosedRound({ worksheetId, round, you }: { worksheetId: string; round: ConsentRoundView; you: Props["you"] }) {
  const t = useTranslations("converge.consent");
  const outcome = consentOutcome(round.choices);
  const risks = useWorksheet(worksheetId).sections.find(({ section }) => section === "consequences_bad")?.text ?? "";
  const own = round.choices.find(({ memberId }) => memberId === you.memberId);
  return (
    <>
      <div>
        <q className={classes.quote}>{round.proposal}</q>
        <p>
          <b>{t(`closed.${outcome}`)}</b>
        </p>
      </div>
      <ul className={classes.items}>
        {round.choices.map((choice) => (
          <Choice key={choice.memberId} choice={choice} risks={risks} />
        ))}
      </ul>
      {outcome === "objected" && you.role === "facilitator" ? <p className="small">{t("handling")}</p> : null}
      {own?.choice === "object" && own.commitment === null ? <CommitForm worksheetId={worksheetId} roundId={round.id} own={own} /> : null}
    </>
  );
}

function Choice({ choice, risks }: { choice: ConsentView; risks: string }) {
  const t = useTranslations("converge.consent");
  const isRisk = choice.choice === "concern" && withLine(risks, choice.text) === risks;
  return (
    <li>
      <b>{choice.name}</b> · {t(choice.choice)}
      {choice.text === "" ? null : <q className={classes.quote}>{choice.text}</q>}
      {isRisk ? <p className="small">{t("concernKept")}</p> : null}
      {choice.remedy === "" ? null : <p className="small">{t("remedyOf", { remedy: choice.remedy })}</p>}
      {choice.commitment ? (
        <p>
          {t("committed", { text: choice.commitment.text })}
          {choice.commitment.condition === "" ? null : (
            <span className="small"> {t("condition", { condition: choice.commitment.condition })}</span>
          )}
        </p>
      ) : null}
    </li>
  );
}

type AskProps = { worksheetId: string; subject: string; suggestion: string; about: string };

function AskForm({ worksheetId, subject, suggestion, about }: AskProps) {
  const t = useTranslations("converge.consent");
  const act = useWorkshopAct(worksheetId);
  const [isOpen, setIsOpen] = useState(false);
  const { typed, type, forgetAfter } = useUnsent({ worksheetId, form: `proposal/${subject}`, empty: { proposal: suggestion } });
  const { proposal } = typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (proposal.trim() === "") return;
    const asked = act.mutateAsync({ method: "POST", path: "consent-rounds", body: { subject, proposal } });
    forgetAfter(asked.then(() => setIsOpen(false)));
  };
  if (!isOpen) {
    return (
      <div>
        <Button size="xs" variant="default" aria-describedby={about} onClick={() => setIsOpen(true)}>
          {t("ask")}
        </Button>
      </div>
    );
  }
  return (
    <form className={classes.stack} onSubmit={submit} noValidate>
      <TextInput
        label={t("proposal")}
        description={t("proposalHint")}
        value={proposal}
        maxLength={TEXT_LIMITS.reason}
        onChange={(event) => type({ proposal: event.currentTarget.value })}
        error={proposal.trim() === "" && t("missing")}
      />
      <ErrorNote error={act.error} />
      <div>
        <Button type="submit" loading={act.isPending}>
          {t("ask")}
        </Button>
      </div>
    </form>
  );
}
