"use client";

import { Button } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Column } from "@/components/ui/column";
import { useWorksheet } from "@/lib/client/worksheet/use-worksheet";
import { routes } from "@/lib/routes";
import { ConsentPanel } from "./consent-panel";
import classes from "./converge.module.css";
import { PremortemPanel } from "./premortem-panel";

/** Between the list and the record: what could go wrong, and can everybody live with it. */
export function ConvergeScreen({ id }: { id: string }) {
  const t = useTranslations("converge.page");
  const view = useWorksheet(id);
  const hasSome = view.questions.workload.state === "revealed";
  const facilitator = view.members.find((member) => member.role === "facilitator")?.name ?? "";
  const choice = view.sections.find((section) => section.section === "choice")?.text ?? "";
  return (
    <>
      <Column width="wide">
        <div className={classes.page}>
          <header>
            <h1 className="find">{t("title")}</h1>
            <p className="quiet">{t(hasSome ? "lead" : "notYet")}</p>
          </header>
          {hasSome ? (
            <>
              <PremortemPanel worksheetId={id} role={view.you.role} facilitator={facilitator} />
              <section className={classes.part} aria-labelledby="consent-title">
                <h2 id="consent-title">{t("decision")}</h2>
                <p className="quiet">{t("decisionLead")}</p>
                <ConsentPanel
                  worksheetId={id}
                  subject="decision"
                  you={view.you}
                  suggestion={firstLine(choice)}
                  waiting={t("consentWaiting", { name: facilitator })}
                  about="consent-title"
                />
              </section>
            </>
          ) : null}
        </div>
      </Column>
      <BottomBar>
        <Button component={Link} href={routes.decision(id)}>
          {t("toDecision")}
        </Button>
      </BottomBar>
    </>
  );
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
