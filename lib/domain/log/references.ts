type Referable = { entryId: string; path: string; number: string | null };

/**
 * Finds the record that a file names as its replacement or as what it replaces: by file name, in its own folder first, else by the
 * only file of that name; else by number within its own folder. Null when that says nothing, or more than one thing. Made once
 * for all files, as a folder may hold thousands that refer to each other.
 * @example referenceFinder(among)("0005-use-x.md", "docs/adr/0001-a.md") // { entryId: "…", path: "docs/adr/0005-use-x.md", number: "5" }
 */
export function referenceFinder(among: readonly Referable[]): (reference: string, from: string) => Referable | null {
  const byName = grouped(among, ({ path }) => baseOf(path).toLowerCase());
  const byPlace = grouped(among, ({ path }) => inFolder(path, baseOf(path).toLowerCase()));
  const bySlug = grouped(among, ({ path }) => inFolder(path, withoutEnding(baseOf(path)).toLowerCase()));
  const byNumber = grouped(among, ({ path, number }) => (number === null ? null : inFolder(path, number)));
  return (reference, from) => {
    const other = (found: readonly Referable[] | undefined) => only((found ?? []).filter(({ path }) => path !== from));
    const named = /[^\s()[\]#?]+\.(?:md|markdown|mdx|txt)/iu.exec(reference)?.[0];
    if (named !== undefined) {
      const name = baseOf(named).toLowerCase();
      return other(byPlace.get(inFolder(from, name))) ?? other(byName.get(name));
    }
    // log4brains names a record by its file without the ending.
    const slugged = other(bySlug.get(inFolder(from, reference.trim().toLowerCase())));
    const number = /\d{1,6}/u.exec(reference)?.[0].replace(/^0+(?=\d)/u, "");
    return slugged ?? (number === undefined ? null : other(byNumber.get(inFolder(from, number))));
  };
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

function grouped(among: readonly Referable[], keyOf: (one: Referable) => string | null): Map<string, Referable[]> {
  const groups = new Map<string, Referable[]>();
  for (const one of among) {
    const key = keyOf(one);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** No path holds the sign between the two. */
const inFolder = (path: string, name: string): string => `${folderOf(path)}\u0000${name}`;
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
