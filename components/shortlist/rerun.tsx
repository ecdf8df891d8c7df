"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { TableHead } from "@/components/ui/table-head";
import { rerunQueries } from "@/lib/client/shortlist/queries";
import type { Rerun as RerunResult } from "@/lib/domain/engine/rerun-schema";
import { IN_FORCE } from "@/lib/domain/record/in-force";
import classes from "./compare.module.css";
import { RuleIds } from "./rule-ids";
import shortlist from "./shortlist.module.css";
import { useShortlist } from "./shortlist-context";

/** An accepted decision with today's facts and rules: what would come out now, and where it differs. */
export function Rerun() {
  const t = useTranslations("candidates.rerun");
  const { view } = useShortlist();
  const { data, error, isPending } = useQuery({ ...rerunQueries.detail(view.id), enabled: IN_FORCE.has(view.adr.status) });
  if (!IN_FORCE.has(view.adr.status)) return <p>{t("not")}</p>;
  if (isPending) return <p role="status">{t("loading")}</p>;
  if (data === undefined) return <ErrorNote error={error} />;
  const { was, is } = data.versions;
  const isUnchanged = was.catalogue === is.catalogue && was.rules === is.rules && was.engine === is.engine;
  const names = (list: RerunResult["shortlist"]["was"]) => (list.length === 0 ? t("none") : list.map(({ name }) => name).join(", "));
  return (
    <div data-rerun={data.isSameList ? "same" : "different"}>
      <h1 className="find">{t(data.isSameList ? "finding.same" : "finding.different")}</h1>
      <p className={`quiet ${shortlist.calm}`}>
        {isUnchanged
          ? t("sameVersions")
          : t("versions", { facts: was.catalogue, rules: was.rules, factsNow: is.catalogue, rulesNow: is.rules })}{" "}
        {t("record")}
      </p>
      <ul className={shortlist.lines}>
        <li>
          <b>{t("then")}</b>: {names(data.shortlist.was)}
        </li>
        <li>
          <b>{t("now")}</b>: {names(data.shortlist.is)}
        </li>
      </ul>
      <section className={shortlist.section}>
        <h2>{t("changes")}</h2>
        {data.candidates.length === 0 ? <p className="quiet">{t("noChanges")}</p> : <Differences candidates={data.candidates} />}
      </section>
    </div>
  );
}

type Place = RerunResult["candidates"][number]["was"];

function Differences({ candidates }: { candidates: RerunResult["candidates"] }) {
  const t = useTranslations("candidates.rerun");
  const words = useTranslations("shortlist");
  const place = (at: Place) => {
    if (at === null) return t("absent");
    const status = words(`status.${at.status}`);
    return at.leftAt === null ? status : `${status} · ${words(`funnel.question.${at.leftAt}`)}`;
  };
  return (
    <table className={classes.table}>
      <TableHead columns={["candidate", "was", "is", "rules"]} word={t} isHeardOnPhones />
      <tbody>
        {candidates.map(({ id, name, was, is, rules }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td data-label={t("was")}>{place(was)}</td>
            <td data-label={t("is")}>{place(is)}</td>
            <td data-label={t("rules")}>
              {(["answer", "fact", "rule"] as const).map((because) => {
                const ids = rules.filter((rule) => rule.because === because).map((rule) => rule.id);
                return ids.length === 0 ? null : (
                  <span key={because}>
                    {t(`because.${because}`)}: <RuleIds ids={ids} />{" "}
                  </span>
                );
              })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
