import type { Facts } from "./facts";

/**
 * The text of data/facts.json: one line per system, prose left out. Byte for byte the same for the same facts.
 * @example storedFacts("1", []) // '{"version":"1","facts":[\n\n]}\n'
 */
export function storedFacts(version: string, facts: readonly Facts[]): string {
  const lines = facts.map(({ fitReasons: _reasons, sources: _sources, ...stored }) => JSON.stringify(stored));
  return `{"version":${JSON.stringify(version)},"facts":[\n${lines.join(",\n")}\n]}\n`;
}
