"use client";

import { NativeSelect, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { buildDsn, type DsnInput, type DsnProblem } from "@/lib/domain/connection/build-dsn";
import { DSN_PARAMS, type DsnKind, type DsnParam } from "@/lib/domain/connection/params";
import classes from "./dsn-builder.module.css";

const PLACES: Record<DsnKind, readonly ("host" | "port" | "user" | "database" | "path")[]> = {
  postgresql: ["host", "port", "user", "database"],
  mysql: ["host", "port", "user", "database"],
  cockroachdb: ["host", "port", "user", "database"],
  sqlite: ["path"],
  "in-memory": [],
};

/** A connection string from its parts, worked out in the page: nothing is sent, and no password is asked for. */
export function DsnBuilder({ kind }: { kind: DsnKind }) {
  const t = useTranslations("connection");
  const [input, setInput] = useState<DsnInput>(() => ({
    kind,
    host: "",
    port: "",
    user: "",
    database: "",
    path: "",
    params: Object.fromEntries(DSN_PARAMS[kind].map(({ name, preset }) => [name, preset])),
  }));
  const { dsn, problems, advice } = buildDsn(input);
  const errorOf = (field: string) => problems.find((problem) => problem.field === field);
  const set = (name: string, value: string) => setInput((all) => ({ ...all, params: { ...all.params, [name]: value } }));
  return (
    <div className={classes.builder}>
      <h3>{t("heading")}</h3>
      {kind !== "in-memory" && <p className="quiet">{t("body")}</p>}
      <div className={classes.fields}>
        {PLACES[kind].map((place) => (
          <TextInput
            key={place}
            label={t(`place.${place}`)}
            value={input[place]}
            error={wordsOf(errorOf(place))}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              const { value } = event.currentTarget;
              setInput((all) => ({ ...all, [place]: value }));
            }}
          />
        ))}
        {DSN_PARAMS[kind].map((param) => (
          <ParamField
            key={param.name}
            param={param}
            value={input.params[param.name] ?? ""}
            error={wordsOf(errorOf(param.name))}
            onChange={(value) => set(param.name, value)}
          />
        ))}
      </div>
      <p id="dsn-label" className="small">
        {t("result")}
      </p>
      <output className={classes.dsn} aria-labelledby="dsn-label">
        {dsn}
      </output>
      <CopyButton text={dsn} said={t("copied")} label={t("copy")} />
      <ul className={classes.advice} aria-live="polite">
        {advice.map((id) => (
          <li key={id}>{t(`advice.${id}`)}</li>
        ))}
      </ul>
    </div>
  );

  function wordsOf(problem: DsnProblem | undefined): string | undefined {
    return problem && t(`problem.${problem.id}`);
  }
}

type Field = { param: DsnParam; value: string; error: string | undefined; onChange: (value: string) => void };

function ParamField({ param: { name, type, options, isPool }, value, error, onChange }: Field) {
  const t = useTranslations("connection");
  const description = isPool ? t("pool") : undefined;
  if (type === "choice") {
    return (
      <NativeSelect
        label={name}
        description={description}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{t("leaveOut")}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </NativeSelect>
    );
  }
  return (
    <TextInput
      label={name}
      description={description ?? t(`type.${type}`)}
      value={value}
      error={error}
      inputMode={type === "count" ? "numeric" : "text"}
      spellCheck={false}
      autoComplete="off"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
