"use client";

import { NativeSelect } from "@mantine/core";
import { memo } from "react";
import { useTranslations } from "use-intl";
import { ErrorNote } from "@/components/ui/error-note";
import { useDesignWord } from "@/lib/client/costs/design-word";
import { useChangeSetting } from "@/lib/client/costs/mutations";
import { SLOT_IDS, type SlotId } from "@/lib/domain/cost-settings/settings";
import { DESIGN_SOURCES } from "@/lib/domain/costs/design-list";
import type { DesignSource } from "@/lib/domain/costs/design-source";
import type { CostCandidate } from "@/lib/domain/costs/schema";
import { settingOf, useCostEditing } from "./cost-editing";
import editor from "./editor.module.css";
import { HorizonChoice } from "./horizon-choice";
import { OwnDesigns } from "./own-designs";
import classes from "./price-panel.module.css";

/** Which designs are compared: a finalist's hosting in A to C, any design in D, the bill of today, and designs of the team's own. */
export const DesignPanel = memo(function DesignPanel({ candidates }: { candidates: CostCandidate[] }) {
  const t = useTranslations("costsheet.designs");
  const { canEdit, settings } = useCostEditing();
  const slots = SLOT_IDS.filter((slot) => slot === "D" || candidates.some(({ id }) => id === slot));
  if (!canEdit) return null;
  return (
    <section className={`${editor.section} no-print`}>
      <h2 className={classes.subheading}>{t("title")}</h2>
      <div className={editor.fields}>
        {slots.map((slot) => (
          <Slot
            key={slot}
            slot={slot}
            candidate={candidates.find(({ id }) => id === slot) ?? null}
            isFree={slot === "D" && !candidates.some(({ id }) => id === "D" && settingOf(settings, "slot.D").value === null)}
          />
        ))}
      </div>
      <OwnDesigns />
      <HorizonChoice />
    </section>
  );
});

function Slot({ slot, candidate, isFree }: { slot: SlotId; candidate: CostCandidate | null; isFree: boolean }) {
  const t = useTranslations("costsheet.designs");
  const { worksheetId, settings, eliminated } = useCostEditing();
  const word = useDesignWord();
  const change = useChangeSetting(worksheetId);
  const setting = settingOf(settings, `slot.${slot}`);
  const offered = isFree ? DESIGN_SOURCES : DESIGN_SOURCES.filter(({ systems }) => candidate && systems.includes(candidate.candidate));
  if (offered.length === 0) return null;
  const isOut = ({ systems }: DesignSource) => systems.every((system) => eliminated.includes(system));
  const option = (design: DesignSource) => {
    const name = word(design.id) ?? design.name;
    return { value: design.id, label: isOut(design) ? t("eliminatedName", { name }) : name };
  };
  const value = typeof setting.value === "string" ? setting.value : "";
  return (
    <div>
      <NativeSelect
        label={t(isFree ? "free" : "slot", { slot })}
        value={value}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ key: `slot.${slot}`, value: event.currentTarget.value || null, baseVersion: setting.version })}
        data={[
          { value: "", label: isFree ? t("nothing") : t("ours") },
          ...(["managed", "serverless", "self_hosted"] as const).map((hosting) => ({
            group: t(`hosting.${hosting}`),
            items: offered.filter((design) => design.hosting === hosting).map(option),
          })),
        ].filter((entry) => !("items" in entry) || entry.items.length > 0)}
      />
      {setting.by && value && <p className={editor.note}>{t("setBy", { by: setting.by })}</p>}
      <ErrorNote error={change.error} />
    </div>
  );
}
