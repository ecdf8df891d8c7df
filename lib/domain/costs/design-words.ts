import type { Json } from "../json";
import { findMessage, type Messages } from "../messages/format";
import { localeOf } from "../messages/locale-of";
import type { RecordCosts } from "../record/costs-schema";
import type { CostCandidate } from "./schema";

/** A listed design's name in the reader's language; null where the vendor's name is the same in all of them. */
export type DesignWord = (designId: string) => string | null;

type Named = { names: Readonly<Record<string, string>>; candidates: readonly Pick<CostCandidate, "id" | "design">[] };

/**
 * The names of a worksheet's designs in the reader's language. Designs of the team's own keep theirs.
 *
 * @example wordedNames({ names: { A: "Cloud SQL, one zone" }, candidates }, () => "Cloud SQL, eine Zone").A // "Cloud SQL, eine Zone"
 */
export function wordedNames({ names, candidates }: Named, word: DesignWord): Record<string, string> {
  const designs = new Map(candidates.map(({ id, design }) => [id, design]));
  return Object.fromEntries(Object.entries(names).map(([id, name]) => [id, word(designs.get(id) ?? "") ?? name]));
}

/**
 * The costs of a record with its designs named in the document's language. A record keeps the names in English; they stand as
 * they were frozen in an English document, whatever a design is called by now.
 *
 * @example wordedCosts(costs, messages).designs[0].name // "Amazon RDS PostgreSQL, eine Zone"
 */
export function wordedCosts(costs: RecordCosts, messages: Messages): RecordCosts {
  if (localeOf(messages) === "en") return costs;
  const word = (id: string) => findMessage(messages, `designs.${listedDesign(costs, id) ?? ""}`);
  return { ...costs, designs: costs.designs.map((design) => ({ ...design, name: word(design.id) ?? design.name })) };
}

/**
 * Which design of the list a design of a record is, by the request that the record keeps; null for one of the team's own.
 *
 * @example listedDesign(costs, "A") // "rds-postgres"
 */
export function listedDesign({ request }: RecordCosts, id: string): string | null {
  if (!isObject(request) || !Array.isArray(request.designs)) return null;
  const found = request.designs.filter(isObject).find((design) => design.id === id && design.shape === "listed");
  return typeof found?.design === "string" ? found.design : null;
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
