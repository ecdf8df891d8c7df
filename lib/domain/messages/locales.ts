/** The languages that have every message; the first is used where nothing better is known. */
export const LOCALES = ["en", "de"] as const;
export type Locale = (typeof LOCALES)[number];
