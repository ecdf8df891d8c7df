"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { type LogFacets, type LogFilter, readLogFilter } from "@/lib/domain/log/schema";
import classes from "./log.module.css";

type Props = {
  filter: LogFilter;
  facets: LogFacets;
  total: number;
  isSearching: boolean;
  onChange: (next: LogFilter) => void;
};

/** Words, status, engine, tag and what is due. `/` goes to the words. */
export function LogFilters({ filter, facets, total, isSearching, onChange }: Props) {
  const t = useTranslations("log");
  const search = useRef<HTMLInputElement>(null);
  // The address follows the typing; the box must not wait for the address.
  const [typed, setTyped] = useState(filter.q ?? "");
  const set = (key: keyof LogFilter, value: string) => onChange(readLogFilter({ ...filter, [key]: value }));
  const isFiltered = Object.keys(filter).length > 0;

  const clear = () => {
    setTyped("");
    onChange({});
  };

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest("input, textarea, select, [contenteditable]") !== null;
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      search.current?.focus();
    };
    window.addEventListener("keydown", focus);
    return () => window.removeEventListener("keydown", focus);
  }, []);

  const statusOptions = ["active", "all", ...facets.statuses.map(({ value }) => value)];
  const countOf = new Map(facets.statuses.map(({ value, count }) => [value, count]));
  return (
    <search>
      <div className={classes.filters}>
        <TextInput
          ref={search}
          type="search"
          label={t("filter.words")}
          placeholder={t("filter.wordsHint")}
          value={typed}
          onChange={({ currentTarget }) => {
            setTyped(currentTarget.value);
            set("q", currentTarget.value);
          }}
        />
        <NativeSelect
          label={t("filter.status")}
          value={filter.status ?? "active"}
          onChange={({ currentTarget }) => set("status", currentTarget.value === "active" ? "" : currentTarget.value)}
          data={statusOptions.map((value) => ({
            value,
            label: countOf.has(value)
              ? t("filter.counted", { name: t(`status.${value}`), count: countOf.get(value) ?? 0 })
              : t(`status.${value}`),
          }))}
        />
        <Facet
          label={t("filter.engine")}
          any={t("filter.anyEngine")}
          value={filter.engine}
          options={facets.engines}
          onChange={(value) => set("engine", value)}
        />
        <Facet
          label={t("filter.tag")}
          any={t("filter.anyTag")}
          value={filter.tag}
          options={facets.tags}
          onChange={(value) => set("tag", value)}
        />
        <NativeSelect
          label={t("filter.due")}
          value={filter.due ?? ""}
          onChange={({ currentTarget }) => set("due", currentTarget.value)}
          data={["", "now", "soon"].map((value) => ({ value, label: t(`due.${value || "any"}`) }))}
        />
      </div>
      <div className={classes.summary}>
        <span role="status">{isSearching ? t("searching") : t("found", { total })}</span>
        {isFiltered && (
          <button type="button" className={classes.clear} onClick={clear}>
            {t("clear")}
          </button>
        )}
      </div>
    </search>
  );
}

type FacetProps = {
  label: string;
  any: string;
  value: string | undefined;
  options: readonly { value: string; name: string; count: number }[];
  onChange: (value: string) => void;
};

function Facet({ label, any, value = "", options, onChange }: FacetProps) {
  const t = useTranslations("log.filter");
  const listed = options.map((option) => ({ value: option.value, label: t("counted", { name: option.name, count: option.count }) }));
  const isListed = value === "" || options.some((option) => option.value === value);
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[{ value: "", label: any }, ...(isListed ? [] : [{ value, label: value }]), ...listed]}
    />
  );
}
