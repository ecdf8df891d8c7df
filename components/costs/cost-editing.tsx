"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { CostSetting, PriceOverride } from "@/lib/domain/cost-settings/schema";

/** What the parts of the costs screen need in order to change something. */
export type CostEditing = {
  worksheetId: string;
  /** Facilitators and members, while nothing is frozen. */
  canEdit: boolean;
  overrides: readonly PriceOverride[];
  settings: readonly CostSetting[];
  eliminated: readonly string[];
  /** Tries a price in this browser only; null ends the trial. */
  tryPrice: (priceId: string, usd: string | null) => void;
  /** Fetches the calculation before somebody types, so that the first key already moves the curve. */
  prepare: () => void;
};

const Editing = createContext<CostEditing | null>(null);

export function CostEditingProvider({ value, children }: { value: CostEditing; children: ReactNode }) {
  return <Editing value={value}>{children}</Editing>;
}

export function useCostEditing(): CostEditing {
  const editing = useContext(Editing);
  if (editing === null) throw new Error("The costs screen provides what its parts edit.");
  return editing;
}

/** The setting as it stands, or a blank one at version 0. */
export function settingOf(settings: readonly CostSetting[], key: string): Pick<CostSetting, "value" | "version"> & { by: string | null } {
  return settings.find((setting) => setting.key === key) ?? { value: null, version: 0, by: null };
}
