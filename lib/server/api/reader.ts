import "server-only";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { formatMessage } from "@/lib/domain/messages/format";
import type { MessageParams } from "@/lib/domain/messages/message-ref";
import { LOCALE_COOKIE, pickLocale } from "@/messages/locale";
import { documentMessages } from "../messages";

/** The language that a reply speaks, and its words: what the reader chose in the browser, else what the request accepts. */
export function readerWords(c: Context) {
  const locale = pickLocale({ chosen: getCookie(c, LOCALE_COOKIE), accepted: c.req.header("accept-language") });
  const messages = documentMessages(locale);
  c.header("content-language", locale);
  c.header("vary", "Accept-Language, Cookie", { append: true });
  return { locale, messages, say: (id: string, params: MessageParams = {}) => formatMessage(messages, { id, params }, locale) };
}
