import "server-only";
import type { Messages } from "@/lib/domain/messages/format";
import type { Locale } from "@/lib/domain/messages/locales";
import type { DecisionRecord } from "@/lib/domain/record/schema";
import adrDe from "@/messages/de/adr.json";
import costingDe from "@/messages/de/costing.json";
import costsDe from "@/messages/de/costs.json";
import costsheetDe from "@/messages/de/costsheet.json";
import designsDe from "@/messages/de/designs.json";
import fieldsDe from "@/messages/de/fields.json";
import keepingDe from "@/messages/de/keeping.json";
import mailDe from "@/messages/de/mail.json";
import rulesDe from "@/messages/de/rules.json";
import verifyDe from "@/messages/de/verify.json";
import adr from "@/messages/en/adr.json";
import costing from "@/messages/en/costing.json";
import costs from "@/messages/en/costs.json";
import costsheet from "@/messages/en/costsheet.json";
import designs from "@/messages/en/designs.json";
import fields from "@/messages/en/fields.json";
import keeping from "@/messages/en/keeping.json";
import mail from "@/messages/en/mail.json";
import rules from "@/messages/en/rules.json";
import verify from "@/messages/en/verify.json";

const WORDS: Readonly<Record<Locale, Messages>> = {
  en: { adr, costing, costs, costsheet, designs, fields, keeping, mail, rules, verify },
  de: {
    adr: adrDe,
    costing: costingDe,
    costs: costsDe,
    costsheet: costsheetDe,
    designs: designsDe,
    fields: fieldsDe,
    keeping: keepingDe,
    mail: mailDe,
    rules: rulesDe,
    verify: verifyDe,
  },
};

/** The words that documents, mails and the API speak; screens load theirs by namespace. */
export function documentMessages(locale: Locale): Messages {
  return WORDS[locale];
}

/** The words of a record's own language, which it keeps whoever reads it. */
export function recordMessages({ worksheet }: DecisionRecord): Messages {
  return documentMessages(worksheet.language ?? "en");
}
