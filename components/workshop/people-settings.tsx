"use client";

import { Button, Checkbox, NativeSelect, Skeleton, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { AskFirst } from "@/components/ui/ask-first";
import { ErrorNote } from "@/components/ui/error-note";
import { type Act, useWorkshopAct } from "@/lib/client/workshop/mutations";
import { useWorkshop } from "@/lib/client/workshop/queries";
import type { MemberView, WorksheetView } from "@/lib/domain/worksheet/schema";
import type { WorkshopView } from "@/lib/domain/workshop/schema";
import classes from "./workshop.module.css";

const ROW_PX = 46;
const LEAD_ROW_PX = 53;

/** Who is on the worksheet and what each may; for facilitators the ways to change it, each of them written down. */
export function PeopleSettings({ worksheet }: { worksheet: WorksheetView }) {
  const t = useTranslations("workshop.people");
  const workshop = useWorkshop(worksheet.id);
  const act = useWorkshopAct(worksheet.id);
  const isFacilitator = worksheet.you.role === "facilitator";
  // What stands below keeps its place when the list comes.
  if (!workshop) return <Skeleton height={worksheet.members.length * (isFacilitator ? LEAD_ROW_PX : ROW_PX)} />;
  return (
    <>
      <ul className={classes.list}>
        {worksheet.members.map((member) => (
          <li key={member.id} className={classes.person}>
            {isFacilitator && member.role !== "approver" ? (
              <details>
                <summary>
                  <PersonWords member={member} workshop={workshop} />
                </summary>
                <PersonActs member={member} worksheet={worksheet} workshop={workshop} onAct={act.mutate} isBusy={act.isPending} />
              </details>
            ) : (
              <PersonWords member={member} workshop={workshop} />
            )}
          </li>
        ))}
      </ul>
      <ErrorNote error={act.error} />
      {isFacilitator ? (
        <Checkbox
          label={t("lock")}
          checked={!workshop.isTakeOverLocked}
          onChange={(event) => act.mutate({ path: "workshop", body: { isTakeOverLocked: !event.currentTarget.checked } })}
        />
      ) : null}
      <RoleLog workshop={workshop} />
    </>
  );
}

function PersonWords({ member, workshop }: { member: MemberView; workshop: WorkshopView }) {
  const t = useTranslations();
  const proxy = workshop.proxies.find(({ memberId }) => memberId === member.id);
  const isLead = workshop.lead?.memberId === member.id;
  const role = member.role === "facilitator" && !isLead ? t("workshop.people.deputy") : t(`common.roles.${member.role}`);
  const parts = [
    role,
    isLead ? t("workshop.people.lead") : null,
    proxy ? t("workshop.people.spoken", { name: proxy.byName }) : null,
    workshop.blindNames.includes(member.name) ? t("workshop.people.blind") : null,
  ].filter((part) => part !== null);
  return (
    <>
      <b>{member.name}</b> <span className="small">{parts.join(" · ")}</span>
    </>
  );
}

type Acting = {
  member: MemberView;
  worksheet: WorksheetView;
  workshop: WorkshopView;
  onAct: (act: Act) => void;
  isBusy: boolean;
};

function PersonActs({ member, worksheet, workshop, onAct, isBusy }: Acting) {
  const t = useTranslations("workshop.people");
  const path = `members/${member.id}`;
  const isLead = workshop.lead?.memberId === member.id;
  const change = (to: string) => onAct({ path: `${path}/role`, body: { change: to } });
  const isCounted = member.role === "member" || member.role === "facilitator";
  const others = worksheet.members.filter((other) => other.id !== member.id && (other.role === "member" || other.role === "facilitator"));
  return (
    <div className={classes.acts}>
      <Rename member={member} onSave={(name) => onAct({ path: `${path}/name`, body: { name } })} />
      {member.role === "member" ? (
        <Button variant="default" disabled={isBusy} onClick={() => change("deputise")}>
          {t("deputise")}
        </Button>
      ) : null}
      {member.role === "facilitator" && !isLead ? (
        <Button variant="default" disabled={isBusy} onClick={() => change("undeputise")}>
          {t("undeputise")}
        </Button>
      ) : null}
      {isCounted && !isLead ? (
        <Button variant="default" disabled={isBusy} onClick={() => change("hand_over")}>
          {t("handOver", { name: member.name })}
        </Button>
      ) : null}
      {isLead ? null : (
        <>
          {isCounted && others.length > 0 ? (
            <Merge others={others} onMerge={(into) => onAct({ method: "POST", path: `${path}/merge`, body: { into } })} />
          ) : null}
          <Remove member={member} onRemove={(answers) => onAct({ method: "POST", path: `${path}/removal`, body: { answers } })} />
          <Erase member={member} onErase={() => onAct({ method: "POST", path: `${path}/erasure`, body: {} })} />
        </>
      )}
    </div>
  );
}

function Rename({ member, onSave }: { member: MemberView; onSave: (name: string) => void }) {
  const t = useTranslations("workshop.people");
  const [name, setName] = useState(member.name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== "" && name !== member.name) onSave(name);
  };
  return (
    <form onSubmit={submit}>
      <TextInput label={t("newName")} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <Button type="submit" variant="default">
        {t("rename")}
      </Button>
    </form>
  );
}

function Merge({ others, onMerge }: { others: readonly MemberView[]; onMerge: (into: string) => void }) {
  const t = useTranslations("workshop.people");
  const [into, setInto] = useState(others[0]?.id ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onMerge(into);
  };
  return (
    <form onSubmit={submit} className={classes.full}>
      <NativeSelect
        label={t("merge")}
        description={t("mergeHint")}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        value={into}
        onChange={(event) => setInto(event.currentTarget.value)}
      />
      <Button type="submit" variant="default">
        {t("mergeGo")}
      </Button>
    </form>
  );
}

/** It is social, and their links stop at once. */
function Remove({ member, onRemove }: { member: MemberView; onRemove: (answers: "keep" | "delete") => void }) {
  const t = useTranslations("workshop.people");
  const other = (
    <Button variant="default" onClick={() => onRemove("delete")}>
      {t("delete")}
    </Button>
  );
  const text = t("removeAsk", { name: member.name });
  return <AskFirst words={t("remove")} text={text} yes={t("keep")} onYes={() => onRemove("keep")} other={other} />;
}

/** For good, unlike taking somebody off, and it says what stays. */
function Erase({ member, onErase }: { member: MemberView; onErase: () => void }) {
  const t = useTranslations("keeping");
  const { name } = member;
  return <AskFirst words={t("erase")} text={t("eraseAsk", { name })} yes={t("eraseGo", { name })} onYes={onErase} />;
}

function RoleLog({ workshop }: { workshop: WorkshopView }) {
  const t = useTranslations("workshop.roles");
  const format = useFormatter();
  if (workshop.roleChanges.length === 0) return null;
  return (
    <section>
      <h3>{t("title")}</h3>
      <ul className={classes.log}>
        {workshop.roleChanges.map((change) => (
          <li key={change.id}>
            {t(change.kind, { by: change.byName, name: change.memberName })}{" "}
            <span className="small">{format.dateTime(new Date(change.at), { dateStyle: "medium", timeStyle: "short" })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
