import "server-only";
import type { Messages } from "@/lib/domain/messages/format";
import adr from "@/messages/en/adr.json";
import costing from "@/messages/en/costing.json";
import costs from "@/messages/en/costs.json";
import costsheet from "@/messages/en/costsheet.json";
import fields from "@/messages/en/fields.json";
import rules from "@/messages/en/rules.json";
import verify from "@/messages/en/verify.json";

/** The words that documents and the API speak; screens load theirs by namespace. */
export const DOCUMENT_MESSAGES: Messages = { adr, costing, costs, costsheet, fields, rules, verify };
export const DOCUMENT_LOCALE = "en";
