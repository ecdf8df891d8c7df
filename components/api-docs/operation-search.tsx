"use client";

import { TextInput } from "@mantine/core";
import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import type { Operation } from "@/lib/domain/api-docs/schema";
import { routes } from "@/lib/routes";
import classes from "./api-docs.module.css";

type Lean = Pick<Operation, "id" | "method" | "path" | "summary">;
type Group = { tag: string; slug: string; operations: Lean[] };

/** All calls by group, narrowed by what is typed; without scripts the whole list. */
export function OperationSearch({ groups }: { groups: readonly Group[] }) {
  const t = useTranslations("api");
  const [typed, setTyped] = useState("");
  const words = useDeferredValue(typed).toLowerCase().split(/\s+/u).filter(Boolean);
  const matches = ({ tag }: Group, { method, path, summary }: Lean) => {
    const text = `${tag} ${method} ${path} ${summary}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const shown = groups
    .map((group) => ({ ...group, operations: group.operations.filter((operation) => matches(group, operation)) }))
    .filter(({ operations }) => operations.length > 0);
  const n = shown.reduce((sum, { operations }) => sum + operations.length, 0);
  return (
    <>
      <TextInput
        label={t("search")}
        description={t("searchHint")}
        type="search"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p className="small" role="status">
        {t("found", { n })}
      </p>
      {shown.map(({ tag, slug, operations }) => (
        <section key={slug} className={classes.group}>
          <h3>
            <Link href={routes.api(slug)} prefetch={false}>
              <span lang="en">{tag}</span>
            </Link>
          </h3>
          <ul className={classes.calls}>
            {operations.map(({ id, method, path, summary }) => (
              <li key={id}>
                <Link href={`${routes.api(slug)}#${id}`} prefetch={false} className={classes.call}>
                  <span lang="en">{summary}</span>
                  <code>
                    {method.toUpperCase()} {path}
                  </code>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
