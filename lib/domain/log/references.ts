export type Referable = { entryId: string; path: string; number: string | null };

/**
 * The record that a file names as its replacement or as what it replaces: by file name, in its own folder first, else by the
 * only file of that name; else by number within its own folder. Null when that says nothing, or more than one thing.
 * @example findReferred("0005-use-x.md", { from: "docs/adr/0001-a.md", among }) // { entryId: "…", path: "docs/adr/0005-use-x.md", number: "5" }
 */
export function findReferred(reference: string, { from, among }: { from: string; among: readonly Referable[] }): Referable | null {
  const named = /[^\s()[\]#?]+\.(?:md|markdown|mdx|txt)/iu.exec(reference)?.[0];
  const here = among.filter(({ path }) => folderOf(path) === folderOf(from) && path !== from);
  if (named !== undefined) {
    const name = baseOf(named).toLowerCase();
    const isNamed = ({ path }: Referable) => baseOf(path).toLowerCase() === name;
    return only(here.filter(isNamed)) ?? only(among.filter((other) => other.path !== from && isNamed(other)));
  }
  // log4brains names a record by its file without the ending.
  const slug = reference.trim().toLowerCase();
  const slugged = only(here.filter(({ path }) => withoutEnding(baseOf(path)).toLowerCase() === slug));
  const number = /\d{1,6}/u.exec(reference)?.[0].replace(/^0+(?=\d)/u, "");
  return slugged ?? (number === undefined ? null : only(here.filter((other) => other.number === number)));
}

/**
 * File names for an archive in which none is there twice: its own name, then with its folders, then with a count.
 * @example archiveNames(["docs/adr/0001-a.md", "other/0001-a.md"]) // ["0001-a.md", "other/0001-a.md"]
 */
export function archiveNames(paths: readonly string[]): string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const safe = safePath(path);
    const ways = [baseOf(safe), safe];
    for (let count = 2; ; count++) {
      const free = ways.find((name) => !taken.has(name.toLowerCase()));
      if (free !== undefined) {
        taken.add(free.toLowerCase());
        return free;
      }
      ways.push(baseOf(safe).replace(/(\.[^.]*)?$/u, (ending) => `-${count}${ending}`));
    }
  });
}

const baseOf = (path: string): string => path.split("/").at(-1) ?? path;
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf("/")));
const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/u, "");

function only(found: readonly Referable[]): Referable | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Nothing that leaves the folder it is unpacked into, and no name that a file system refuses. */
function safePath(path: string): string {
  const parts = path
    .replaceAll("\\", "/")
    .split("/")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: those are what file systems refuse
    .map((part) => part.replaceAll(/[\u0000-\u001f<>:"|?*]/g, "-").replace(/[. ]+$/u, ""))
    .filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.join("/") || "decision.md";
}
