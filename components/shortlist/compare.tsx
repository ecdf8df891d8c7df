"use client";

import { NativeSelect } from "@mantine/core";
import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "use-intl";
import classes from "./compare.module.css";
import { CompareTable } from "./compare-table";
import { useShortlist } from "./shortlist-context";
import { useFactLines } from "./use-fact-lines";

/** Two candidates side by side; which two stands in the address, so that a colleague can be sent there. */
export function Compare() {
  const t = useTranslations("candidates.compare");
  const catalogue = useTranslations("catalogue");
  const { evaluation } = useShortlist();
  const router = useRouter();
  const path = usePathname();
  const query = useSearchParams();
  const facts = useFactLines();
  const isForeign = useLocale() !== "en";
  const { shortlist } = evaluation;
  const options = evaluation.candidates.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
  const known = (id: string | null) => options.find((candidate) => candidate.id === id);
  const runnerUp =
    shortlist[1]?.id ?? options.find((candidate) => candidate.status === "near-miss" || candidate.status === "remaining")?.id ?? null;
  const a = known(query.get("a")) ?? known(shortlist[0]?.id ?? null) ?? options[0];
  const b = known(query.get("b")) ?? known(runnerUp) ?? options[1];
  if (a === undefined || b === undefined) return null;
  const differing = facts.filter(({ read }) => read(a.id) !== read(b.id)).length;
  const choose = (side: "a" | "b", id: string) => {
    const next = new URLSearchParams({ a: a.id, b: b.id, [side]: id });
    router.replace(`${path}?${next}`, { scroll: false });
  };
  return (
    <>
      <h1 className="find">{t("finding", { a: a.name, b: b.name, n: differing, total: facts.length })}</h1>
      <div className={`${classes.pickers} no-print`}>
        {[["a", a] as const, ["b", b] as const].map(([side, one]) => (
          <NativeSelect key={side} label={t(side)} value={one.id} onChange={(event) => choose(side, event.currentTarget.value)}>
            {options.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        ))}
      </div>
      <CompareTable a={a} b={b} facts={facts} />
      {isForeign && <p className="small">{catalogue("inEnglish")}</p>}
    </>
  );
}
