"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { useTranslations } from "use-intl";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Column } from "@/components/ui/column";
import { type SectionField, useDecisionFields } from "@/lib/client/decision/use-decision-fields";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { routes } from "@/lib/routes";
import { ConditionList } from "./condition-list";
import classes from "./decision.module.css";
import { DecisionFinding } from "./decision-finding";
import { FrozenNotice } from "./frozen-notice";
import { LifePanel } from "./life-panel";
import { NotRevealed } from "./not-revealed";
import { Outline } from "./outline";
import { PreviewFrame } from "./preview-frame";
import { ProcessFields } from "./process-fields";
import { SectionEditor } from "./section-editor";
import { SmellList } from "./smell-list";
import { TriggerList } from "./trigger-list";
import { useChosen } from "./use-chosen";
import { useSuggestions } from "./use-suggestions";

// The preview brings the ADR renderer, so it is fetched when the form already stands.
const AdrPreview = dynamic(() => import("./adr-preview").then((module) => module.AdrPreview), {
  ssr: false,
  loading: () => <PreviewFrame text={null} />,
});

export function DecisionScreen({ worksheetId }: { worksheetId: string }) {
  const view = useWorksheet(worksheetId);
  const t = useTranslations("decision");
  if (!view.isRevealed) {
    return (
      <Column>
        <NotRevealed view={view} />
      </Column>
    );
  }
  return (
    <>
      <Column width="wide">
        <DecisionForm view={view} />
      </Column>
      <BottomBar>
        <Button component={Link} href={routes.sign(view.id)}>
          {t("next")}
        </Button>
      </BottomBar>
    </>
  );
}

function DecisionForm({ view }: { view: WorksheetView }) {
  const t = useTranslations("decision");
  const [tab, setTab] = useState<"write" | "preview">("write");
  const fields = useDecisionFields(view.id, view.sections);
  const canWrite = !view.isFrozen && (view.you.role === "facilitator" || view.you.role === "member");
  const shown = useDeferredValue(textsOf(fields));
  const { chosen } = useChosen(view.id, shown);
  const suggestions = useSuggestions(view, chosen);

  return (
    <>
      <DecisionFinding view={view} fields={fields} />
      <FrozenNotice view={view} />
      {!canWrite && !view.isFrozen && <p className="quiet">{t("readOnly")}</p>}
      <fieldset className={classes.tabs} aria-label={t("tabs.label")}>
        {(["write", "preview"] as const).map((name) => (
          <button key={name} type="button" className={classes.tab} aria-pressed={tab === name} onClick={() => setTab(name)}>
            {t(`tabs.${name}`)}
          </button>
        ))}
      </fieldset>
      <div className={classes.columns} data-tab={tab}>
        <div className={classes.form}>
          <Outline fields={fields} />
          {fields.map((field) => (
            <SectionEditor
              key={field.section}
              field={field}
              canWrite={canWrite}
              suggestions={suggestions[field.section] ?? []}
              isAwaited={field.section === "choice" && suggestions.choice === undefined}
              view={view}
            />
          ))}
          <ConditionList worksheetId={view.id} texts={shown} canWrite={canWrite} />
          <TriggerList view={view} canWrite={canWrite} />
          <SmellList view={view} texts={shown} canWrite={canWrite} />
          <ProcessFields view={view} />
          <LifePanel view={view} />
        </div>
        <AdrPreview view={view} texts={shown} />
      </div>
    </>
  );
}

export type SectionTexts = { section: SectionField["section"]; text: string }[];

function textsOf(fields: readonly SectionField[]): SectionTexts {
  return fields.map(({ section, text }) => ({ section, text }));
}
