import type { System } from "@/lib/domain/catalogue/schema";

/** Systems in whose name, aliases, kind, family or licence every word of the query occurs, by name. */
export function searchCatalogue(systems: readonly System[], query: string): System[] {
  const words = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return systems
    .filter((system) => words.every((word) => haystack(system).includes(word)))
    .toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

function haystack({ id, name, aliases, kind, engine_families, hosts, licence }: System): string {
  return [id, name, ...aliases, kind, ...engine_families, ...hosts, licence.id].join(" ").toLowerCase();
}
