"use client";

import { Button } from "@mantine/core";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { SecretLink } from "@/components/ui/secret-link";
import { useMakeSpaceReturnLink } from "@/lib/client/space/mutations";
import type { SpaceView } from "@/lib/domain/space/schema";
import { files } from "@/lib/routes";
import classes from "./space.module.css";

/** One's own way in on another device. */
export function OwnSpaceLink({ space, signInHost }: { space: SpaceView; signInHost: string | null }) {
  const t = useTranslations("space.own");
  const signIn = useTranslations("space.signIn");
  const make = useMakeSpaceReturnLink(space.id);
  return (
    <section className={classes.part} aria-labelledby="own-link">
      <h2 id="own-link">{t("title")}</h2>
      <p className="quiet">{t("hint")}</p>
      {make.data ? (
        <SecretLink link={make.data.link} what={t("title")} said={t("copied")} />
      ) : (
        <div>
          <Button variant="default" loading={make.isPending} onClick={() => make.mutate(space.you.memberId)}>
            {t("make")}
          </Button>
        </div>
      )}
      {signInHost !== null && (
        <p>
          <a href={files.signInToSpace(space.id)}>{signIn("bind", { host: signInHost })}</a>
        </p>
      )}
      <ErrorNote error={make.error} />
    </section>
  );
}
