import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/domain/messages/locales";
import { TEMPLATES, templateFieldWords } from "@/lib/domain/templates/templates";
import { loadMessages } from "./load";
import { pickMessages } from "./pick";

describe("a page that shows some words of a large namespace", () => {
  it.each(LOCALES)("gets every word of the template choice in %s, and not the rest", async (locale) => {
    const all = await loadMessages(["fields"], locale);
    const some = pickMessages(all, { fields: templateFieldWords() });
    const at = (messages: unknown, path: string): unknown =>
      path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], messages);
    for (const template of TEMPLATES) {
      for (const { path, basis } of [...template.frame, ...template.suggestions]) {
        expect(at(some, `fields.${path}.label`), path).toEqual(at(all, `fields.${path}.label`));
        expect(at(some, `fields.basis.${basis}`)).toBeDefined();
      }
      for (const path of template.asks) expect(at(some, `fields.${path}.label`), path).toBeDefined();
    }
    expect(JSON.stringify(some).length).toBeLessThan(JSON.stringify(all).length / 4);
  });

  it("gets nothing for a path that leads nowhere", async () => {
    expect(pickMessages(await loadMessages(["home"], "en"), { home: ["nowhere.at.all"] })).toEqual({});
  });
});
