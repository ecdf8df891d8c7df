"use client";

import { NativeSelect } from "@mantine/core";
import { useFormatter, useTranslations } from "use-intl";
import { AskFirst } from "@/components/ui/ask-first";
import { ErrorNote } from "@/components/ui/error-note";
import { ApiError } from "@/lib/client/api";
import { useChangeSpace } from "@/lib/client/space/mutations";
import { type SpaceMemberView, type SpaceView, spaceRoleSchema } from "@/lib/domain/space/schema";
import classes from "./space.module.css";

/** One person; a facilitator changes the role, and asks in place before taking somebody off. */
export function PersonRow({ space, member }: { space: SpaceView; member: SpaceMemberView }) {
  const t = useTranslations();
  const format = useFormatter();
  const change = useChangeSpace(space.id);
  const mayChange = space.you.role === "facilitator";
  const bound = boundIn(change.error);
  const joined = format.dateTime(new Date(member.joinedAt), { dateStyle: "medium" });
  return (
    <li className={classes.row}>
      <span className={classes.what}>
        <b>{member.name}</b> {member.isYou && <span className="small">{t("space.people.you")}</span>}
        <br />
        <span className="small">{t(member.isSignedIn ? "space.people.signedIn" : "space.people.joined", { date: joined })}</span>
      </span>
      {mayChange ? (
        <NativeSelect
          aria-label={t("space.people.roleOf", { name: member.name })}
          value={member.role}
          disabled={change.isPending}
          data={spaceRoleSchema.options.map((role) => ({ value: role, label: t(`space.role.${role}`) }))}
          onChange={({ currentTarget }) =>
            change.mutate({ of: "member", memberId: member.id, role: spaceRoleSchema.parse(currentTarget.value) })
          }
        />
      ) : (
        <span className="small">{t(`space.role.${member.role}`)}</span>
      )}
      {mayChange && !member.isYou && (
        <AskFirst
          words={t("space.people.remove")}
          text={t("space.people.removeText", { name: member.name })}
          isPending={change.isPending}
          onYes={() => change.mutate({ of: "removal", memberId: member.id })}
        />
      )}
      {mayChange && !member.isYou && (
        <AskFirst
          words={t("space.people.erase")}
          text={t("space.people.eraseText", { name: member.name })}
          isPending={change.isPending}
          onYes={() => change.mutate({ of: "erasure", memberId: member.id })}
        />
      )}
      {bound.length > 0 && <p role="alert">{t("space.people.eraseBound", { name: member.name, titles: format.list(bound) })}</p>}
      {bound.length === 0 && <ErrorNote error={change.error} />}
    </li>
  );
}

/** Worksheets in which somebody leads or signed, which is why they cannot be forgotten. */
function boundIn(error: Error | null): string[] {
  return error instanceof ApiError && error.reason === "bound" ? error.errors.map(({ message }) => message) : [];
}
