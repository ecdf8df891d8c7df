import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Locale } from "@/lib/domain/messages/locales";
import { LOCALE_COOKIE, pickLocale } from "./locale";

/** The language of the reader whose request is being answered: their choice, else what their browser asks for. */
export const requestLocale = cache(async (): Promise<Locale> => {
  const [jar, sent] = await Promise.all([cookies(), headers()]);
  return pickLocale({ chosen: jar.get(LOCALE_COOKIE)?.value, accepted: sent.get("accept-language") });
});
