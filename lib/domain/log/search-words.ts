export type SearchWords = {
  /** As typed, for a search engine that knows quotes, minus and "or". */
  text: string;
  /** Postgres tsquery text in which the last word may go on; null where quotes or a minus say exactly what is meant. */
  prefix: string | null;
  /** The record number that was typed, or null. */
  number: number | null;
};

/**
 * What somebody typed into the search of the log; null when there is nothing to search for.
 * @example searchWords("Postg mig") // { text: "Postg mig", prefix: "postg & mig:*", number: null }
 * @example searchWords("ADR-0007").number // 7
 */
export function searchWords(typed: string): SearchWords | null {
  const text = typed.trim().replace(/\s+/gu, " ");
  if (text === "") return null;
  const words = [...text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word);
  const isExact = /["]|(?:^|\s)-\S/u.test(text) || words.includes("or");
  const number = /^(?:adr[- ]?)?#?0*(\d{1,4})$/iu.exec(text)?.[1];
  return {
    text,
    prefix: isExact || words.length === 0 ? null : `${words.join(" & ")}:*`,
    number: number === undefined ? null : Number(number),
  };
}
