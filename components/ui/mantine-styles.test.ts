import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const CORE = "node_modules/@mantine/core";
/** What every page needs, whatever it is made of. */
const ALWAYS = ["baseline", "default-css-variables", "global"];
const OURS = ["app", "components", "lib/client"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path))
    .map((path) => join(folder, path)),
);

/** Names imported as values from Mantine's core anywhere in the app. */
function usedNames(): Set<string> {
  const lists = OURS.flatMap((path) =>
    [...readFileSync(path, "utf8").matchAll(/import\s+\{([^}]*)\}\s+from\s+"@mantine\/core"/gu)].map(([, names = ""]) => names),
  );
  const names = lists.flatMap((list) => list.split(",").map((name) => name.trim()));
  return new Set(names.filter((name) => name !== "" && !name.startsWith("type ")).map((name) => name.split(" as ")[0] ?? ""));
}

/** The style sheets that a module of Mantine reaches through its imports. */
function sheetsOf(module: string, seen: Set<string>): string[] {
  if (seen.has(module)) return [];
  seen.add(module);
  const sheet = /([^/]+)\.module(?:\.css)?\.mjs$/u.exec(module)?.[1];
  if (sheet !== undefined) return [sheet];
  const imports = readFileSync(module, "utf8").matchAll(/(?:import|export)[^"']*?["'](\.[^"']+)["']/gu);
  return [...imports].flatMap(([, path = ""]) => sheetsOf(resolve(dirname(module), path), seen));
}

function neededSheets(): string[] {
  const exported = new Map(
    [...readFileSync(`${CORE}/esm/index.mjs`, "utf8").matchAll(/import\s*\{([^}]*)\}\s*from\s*"([^"]+)"/gu)].flatMap(
      ([, names = "", path = ""]) =>
        names.split(",").map((name) => [name.split(" as ").at(-1)?.trim() ?? "", resolve(`${CORE}/esm`, path)] as const),
    ),
  );
  const seen = new Set<string>();
  return [...usedNames()].flatMap((name) => sheetsOf(exported.get(name) ?? `no such export: ${name}`, seen));
}

describe("the styles of Mantine", () => {
  const imported = [...readFileSync("app/mantine.css", "utf8").matchAll(/styles\/([\w-]+)\.layer\.css/gu)].map(([, name = ""]) => name);

  it("are those of the components that the app uses, and no others", () => {
    expect([...imported].sort()).toEqual([...ALWAYS, ...neededSheets()].sort());
  });

  it("come in the order of Mantine's own sheet, on which components that build on others rely", () => {
    const whole = readFileSync(`${CORE}/styles.layer.css`, "utf8");
    const bodyOf = (name: string) => readFileSync(`${CORE}/styles/${name}.layer.css`, "utf8").replace(/^@layer mantine \{\s*/u, "");
    const places = imported.map((name) => whole.indexOf(bodyOf(name).slice(0, 60)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });
});
