"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import type { z } from "zod";
import { WayIn } from "@/components/share/way-in";
import { ErrorNote } from "@/components/ui/error-note";
import { takeJoinCredential } from "@/lib/client/share/join-credential";
import { useOpenSpace } from "@/lib/client/space/mutations";
import { spaceQueries } from "@/lib/client/space/queries";
import type { spaceListSchema } from "@/lib/domain/space/schema";
import { files, routes } from "@/lib/routes";
import { DeletedSpaces } from "./deleted-spaces";
import { JoinSpace } from "./join-space";
import { NewSpaceForm } from "./new-space-form";
import classes from "./space.module.css";

type Props = {
  /** Where people may sign in; null where nothing is configured. */
  signInHost: string | null;
  /** What became of a sign-in that just came back. */
  signInState: "failed" | "unknown" | null;
};

/** Behind a space's link: the way in. Without one: the spaces of this browser, and a new one. */
export function SpacesScreen({ signInHost, signInState }: Props) {
  const t = useTranslations("space");
  const [token, setToken] = useState<string | null>(null);
  const { mutate, ...opening } = useOpenSpace();

  useEffect(() => {
    const take = () => {
      const taken = takeJoinCredential();
      if (taken === null || !("token" in taken)) return;
      setToken(taken.token);
      mutate(taken.token);
    };
    take();
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [mutate]);

  if (opening.data) return <JoinSpace opened={opening.data} />;
  return (
    <WayIn>
      <h1>{t("title")}</h1>
      <p className="quiet">{t("lead")}</p>
      {opening.isPending && (
        <p className="small" role="status">
          {t("opening")}
        </p>
      )}
      {opening.error && (
        <div className={classes.part}>
          <ErrorNote error={opening.error} />
          <Button variant="default" onClick={() => token && mutate(token)}>
            {t("again")}
          </Button>
        </div>
      )}
      {/* Who came by a link is let in, and not asked for a space of their own meanwhile. */}
      {token === null && (
        <>
          <OwnSpaces />
          {signInHost !== null && <SignIn host={signInHost} state={signInState} />}
          <section className={classes.part} style={{ inlineSize: "100%" }} aria-labelledby="new-space">
            <h2 id="new-space">{t("new.title")}</h2>
            <NewSpaceForm />
          </section>
        </>
      )}
    </WayIn>
  );
}

function SignIn({ host, state }: { host: string; state: Props["signInState"] }) {
  const t = useTranslations("space.signIn");
  return (
    <section className={classes.part} aria-labelledby="sign-in">
      <h2 id="sign-in">{t("title")}</h2>
      <p className="quiet">{t("hint", { host })}</p>
      {state !== null && <p role="alert">{t(state)}</p>}
      <div>
        <a href={files.signIn()} className="plain-button">
          {t("button", { host })}
        </a>
      </div>
    </section>
  );
}

function OwnSpaces() {
  const { data } = useQuery(spaceQueries.list());
  if (!data) return null;
  return (
    <>
      {data.spaces.length > 0 && <SpaceList spaces={data.spaces} />}
      <DeletedSpaces spaces={data.deleted} />
    </>
  );
}

function SpaceList({ spaces }: { spaces: z.infer<typeof spaceListSchema>["spaces"] }) {
  const t = useTranslations("space");
  return (
    <section style={{ inlineSize: "100%" }} aria-label={t("yours")}>
      <ul className={classes.list}>
        {spaces.map(({ id, name, role }) => (
          <li key={id} className={classes.row}>
            <Link href={routes.space(id)} prefetch={false} className={classes.what}>
              {name}
            </Link>
            <span className="small">{t(`role.${role}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
