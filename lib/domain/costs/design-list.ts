import type { DesignSource } from "./design-source";
import { amazonDesigns } from "./designs-amazon";
import { amazonStoreDesigns } from "./designs-amazon-stores";
import { azureDesigns, googleDesigns } from "./designs-google-azure";
import { selfHostedDesigns, vendorDesigns } from "./designs-vendors";

/** Order matters: the first allowed design of a system is the one its finalist shows. */
export const DESIGN_SOURCES: readonly DesignSource[] = [
  ...amazonDesigns,
  ...amazonStoreDesigns,
  ...googleDesigns,
  ...azureDesigns,
  ...vendorDesigns,
  ...selfHostedDesigns,
];
