const LONGEST = 70;

/**
 * An id for a candidate that a team added: its name in lower-case letters, digits and hyphens, with a number where that is
 * taken. A name without any such letter becomes `candidate`.
 * @example idOfCustom("Our Old DB", ["our-old-db"]) // "our-old-db-2"
 */
export function idOfCustom(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-");
  const slug =
    plain
      .replace(/^-+|-+$/gu, "")
      .slice(0, LONGEST)
      .replace(/-+$/u, "") || "candidate";
  let id = slug;
  for (let n = 2; taken.includes(id); n++) id = `${slug}-${n}`;
  return id;
}
