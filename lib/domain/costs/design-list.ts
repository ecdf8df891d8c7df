import type { DesignSource } from "./design-source";
import { amazonDesigns } from "./designs-amazon";
import { amazonStoreDesigns } from "./designs-amazon-stores";
import { analyticsDesigns } from "./designs-analytics";
import { azureDesigns, googleDesigns } from "./designs-google-azure";
import { licencedDesigns, selfHostedDesigns } from "./designs-owned";
import { vendorDesigns } from "./designs-vendors";

/** Order matters: the first allowed design of a system is the one its finalist shows. */
export const DESIGN_SOURCES: readonly DesignSource[] = [
  ...amazonDesigns,
  ...amazonStoreDesigns,
  ...googleDesigns,
  ...azureDesigns,
  ...vendorDesigns,
  ...analyticsDesigns,
  ...licencedDesigns,
  ...selfHostedDesigns,
];
