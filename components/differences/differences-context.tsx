"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { PositionDraft } from "@/lib/client/positions/mutations";
import type { Impact } from "@/lib/domain/impact/schema";
import { initials } from "@/lib/domain/text";
import type { PositionView, WorksheetView } from "@/lib/domain/worksheet/schema";

/** By field; fields that move no bill are not in it. */
export type WorthByField = ReadonlyMap<string, number>;

export type Person = { id: string; name: string; initials: string; isYou: boolean };

/** Records the team's answer to one field; rejects with the API's refusal. */
export type SavePosition = (field: string, draft: PositionDraft) => Promise<unknown>;

export type DifferencesSetting = {
  worksheetId: string;
  you: { memberId: string; role: string };
  person: (memberId: string) => Person;
  position: (field: string) => PositionView | undefined;
  /** The facilitator records, unless what is recorded is being signed. */
  canRecord: boolean;
  isFrozen: boolean;
  facilitator: string | null;
  save: SavePosition;
  savingField: string | null;
  /** Names of engine families, for what each has run. */
  familyNames: Readonly<Record<string, string>>;
  /** What the differences do to the shortlist; null while that is not known. */
  impact: Impact | null;
  /** US dollars a month that settling a field is worth at most. */
  worth: WorthByField;
};

type Props = {
  view: WorksheetView;
  onSavePosition: SavePosition;
  savingField?: string | null;
  familyNames?: Readonly<Record<string, string>>;
  impact?: Impact | null;
  worth?: WorthByField;
  children: ReactNode;
};

const NO_WORTH: WorthByField = new Map();

export function DifferencesProvider(props: Props) {
  const { view, onSavePosition, savingField = null, familyNames = {}, impact = null, worth = NO_WORTH, children } = props;
  const t = useTranslations("differences.answers");
  const setting = useMemo<DifferencesSetting>(() => {
    const people = new Map(view.members.map(({ id, name, isYou }) => [id, { id, name, initials: initials(name), isYou }]));
    const positions = new Map(view.positions.map((position) => [position.field, position]));
    return {
      worksheetId: view.id,
      you: view.you,
      person: (id) => people.get(id) ?? { id, name: t("someone"), initials: "–", isYou: false },
      position: (field) => positions.get(field),
      canRecord: view.you.role === "facilitator" && !view.isFrozen,
      isFrozen: view.isFrozen,
      facilitator: view.members.find((member) => member.role === "facilitator")?.name ?? null,
      save: onSavePosition,
      savingField,
      familyNames,
      impact,
      worth,
    };
  }, [view, onSavePosition, savingField, familyNames, impact, worth, t]);
  return <DifferencesContext value={setting}>{children}</DifferencesContext>;
}

export function useDifferences(): DifferencesSetting {
  const setting = useContext(DifferencesContext);
  if (!setting) throw new Error("useDifferences needs a DifferencesProvider above it");
  return setting;
}

const DifferencesContext = createContext<DifferencesSetting | null>(null);
