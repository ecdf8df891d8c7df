import { CATALOGUE } from "../catalogue/catalogue";

const MAX_ENGINES = 12;
const MAX_TEXT = 4_000;

/**
 * The systems of the catalogue that a sentence names, by name or alias as whole words, in the order named and each once. A name
 * inside a longer one ("PostgreSQL" in "Aurora PostgreSQL") does not count a second time.
 * @example enginesNamedIn("Move from MySQL to Amazon DynamoDB") // ["mysql", "dynamodb"]
 */
export function enginesNamedIn(text: string): string[] {
  const found: string[] = [];
  for (const match of text.slice(0, MAX_TEXT).matchAll(NAMES)) {
    const id = IDS.get(match[0].toLowerCase());
    if (id !== undefined && !found.includes(id)) found.push(id);
  }
  return found.slice(0, MAX_ENGINES);
}

/** Names that are everyday words, or another product's name, too. */
const AMBIGUOUS = new Set(["active-active", "atlas", "iceberg", "neon", "neptune", "pigsty", "railway", "memory"]);

const IDS = namesOfSystems();
const NAMES = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${[...IDS.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("|")})(?![\\p{L}\\p{N}_])`,
  "giu",
);

function namesOfSystems(): Map<string, string> {
  const ids = new Map<string, string>();
  for (const { id, name, aliases } of CATALOGUE.systems)
    for (const word of [name, ...aliases].flatMap(spellings))
      if (word.length > 2 && !AMBIGUOUS.has(word) && !ids.has(word)) ids.set(word, id);
  return ids;
}

/** People leave the vendor out. */
function spellings(name: string): string[] {
  const word = name.toLowerCase();
  return [word, word.replace(/^(?:amazon|apache|azure|google|microsoft) /u, "")];
}
