"use client";

import { useTranslations } from "use-intl";
import { Column } from "@/components/ui/column";
import { type SpaceView, spaceRoleSchema } from "@/lib/domain/space/schema";
import { LeaveSpace } from "./leave-space";
import { OwnSpaceLink } from "./own-space-link";
import { PersonRow } from "./person-row";
import classes from "./space.module.css";
import { SpaceLinkList } from "./space-link-list";
import { SpaceSharedLink } from "./space-shared-link";
import { SpaceShell } from "./space-shell";
import { useSpace } from "./use-space";

/** Who is in the space, and the links by which they come. */
export function PeopleScreen({ space: initial, signInHost }: { space: SpaceView; signInHost: string | null }) {
  const t = useTranslations("space.people");
  const space = useSpace(initial);
  const isFacilitator = space.you.role === "facilitator";
  return (
    <SpaceShell id={space.id} name={space.name} current="people">
      <Column>
        <div className={classes.page}>
          <h1>{t("title")}</h1>
          {isFacilitator && (
            <section className={classes.part} aria-labelledby="invite">
              <h2 id="invite">{t("invite")}</h2>
              <p className="quiet">{t("inviteHint")}</p>
              {spaceRoleSchema.options.toReversed().map((kind) => (
                <SpaceSharedLink key={kind} spaceId={space.id} kind={kind} />
              ))}
            </section>
          )}
          <section className={classes.part} aria-labelledby="people">
            <h2 id="people">{t("list", { count: space.members.length })}</h2>
            <ul className={classes.list}>
              {space.members.map((member) => (
                <PersonRow key={member.id} space={space} member={member} />
              ))}
            </ul>
          </section>
          <OwnSpaceLink space={space} signInHost={signInHost} />
          {isFacilitator && (
            <section className={classes.part} aria-labelledby="links">
              <h2 id="links">{t("links")}</h2>
              <SpaceLinkList spaceId={space.id} />
            </section>
          )}
          <LeaveSpace space={space} />
        </div>
      </Column>
    </SpaceShell>
  );
}
