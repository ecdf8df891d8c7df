import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/**
 * The house rules that no linter knows: who may import whom, how long a file may be, and what is never used here. Each
 * message says where the code belongs. Run by `npm run lint`.
 */

type Layer = "domain" | "server" | "client" | "plain-components" | "components" | "app" | "e2e" | "prisma" | "messages" | "other";

const LAYERS: [RegExp, Layer][] = [
  [/^lib\/domain\//, "domain"],
  [/^lib\/server\//, "server"],
  [/^lib\/client\//, "client"],
  [/^components\/(ui|forms|charts)\//, "plain-components"],
  [/^components\//, "components"],
  [/^app\//, "app"],
  [/^e2e\//, "e2e"],
  [/^prisma\//, "prisma"],
  [/^messages\//, "messages"],
];

/** What a layer must not import, and the sentence that says what to do instead. */
const FORBIDDEN: Partial<Record<Layer, [RegExp, string][]>> = {
  domain: [
    [
      /^(react|next|@mantine|@tanstack|recharts|@prisma|pg|hono|node:)/,
      "lib/domain is pure: it decides. Touch the world in lib/server, draw in components.",
    ],
    [/^(lib\/server|lib\/client|components|app|prisma)\//, "lib/domain imports only itself. Pass what it needs as a parameter."],
  ],
  client: [[/^(lib\/server|components|app|prisma)\//, "lib/client is the browser's data layer: it talks to the API and knows no screen."]],
  "plain-components": [
    [
      /^(lib\/(?!domain\/charts|domain\/messages|domain\/text)|app|prisma)/,
      "components/ui, forms and charts draw what they are given; put domain words into components/<noun>.",
    ],
  ],
  components: [[/^(lib\/server|app|prisma)\//, "Components draw; pages pass them what the server read."]],
  server: [[/^(components|app|lib\/client)\//, "lib/server knows no screen."]],
  app: [[/^prisma\//, "Only lib/server talks to the database. Use a read of lib/server."]],
  e2e: [[/^(app|components|lib\/client)\//, "Browser tests see the app from outside."]],
};

const BANNED: [Layer | "any", RegExp, string][] = [
  ["any", /^\s*["']use server["']/m, "No server actions: the API is the one transport (docs/decisions/0001)."],
  ["any", /dangerouslySetInnerHTML/, "No raw HTML: React escapes, and that is the point."],
  ["any", /["']use cache["']/, "Nothing private may be cached by the framework."],
  [
    "domain",
    /\bDate\.now\(|new Date\(\)|Math\.random\(|process\.env/,
    "lib/domain has no clock, no chance and no environment: pass them in.",
  ],
];

const MAX_LINES = 300;
const ROOTS = ["app", "components", "lib", "messages", "e2e", "prisma", "bench"];

main();

function main() {
  const problems = ROOTS.flatMap(filesBelow)
    .filter(isSource)
    .flatMap(problemsOf)
    .concat(versionProblems(), lockProblems(), decisionProblems());
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}

/** Our own decisions are cited by number, so each number is given once and none is left out. */
function decisionProblems(): string[] {
  return readdirSync("docs/decisions")
    .sort()
    .flatMap((name, i) =>
      name.startsWith(`${String(i + 1).padStart(4, "0")}-`)
        ? []
        : [`docs/decisions/${name}: the number ${String(i + 1).padStart(4, "0")} is next in the list; renumber it.`],
    );
}

function problemsOf(file: string): string[] {
  // This file names what it forbids.
  if (file === "lib/server/cli/check-structure.ts") return [];
  const text = readFileSync(file, "utf8");
  const layer = layerOf(file);
  const lines = text.split("\n").length;
  const long = lines > MAX_LINES ? [`${file}: ${lines} lines; is there a second concept inside? ${MAX_LINES} at most.`] : [];
  const banned = BANNED.filter(([where, pattern]) => (where === "any" || (where === layer && !isTest(file))) && pattern.test(text)).map(
    ([, , why]) => `${file}: ${why}`,
  );
  const guard =
    layer === "server" && !isTest(file) && !/\/(testing|cli)\//.test(file) && !text.startsWith('import "server-only";')
      ? [`${file}: begin with import "server-only", so that no browser bundle can take it in.`]
      : [];
  const imports = isTest(file)
    ? []
    : importsOf(text, file).flatMap((target) => forbidden(layer, target).map((why) => `${file}: imports ${target}. ${why}`));
  return [...long, ...banned, ...guard, ...imports];
}

function forbidden(layer: Layer, target: string): string[] {
  return (FORBIDDEN[layer] ?? []).filter(([pattern]) => pattern.test(target)).map(([, why]) => why);
}

function importsOf(text: string, file: string): string[] {
  const found = [...text.matchAll(/(?:from|import)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
  return found.map((name) => {
    if (name.startsWith("@/")) return name.slice(2);
    return name.startsWith(".") ? normalize(join(dirname(file), name)) : name;
  });
}

/**
 * A registry that does not offer the packages of other systems leaves them out of the lock file, and `npm ci` then fails
 * there and everywhere. Every optional dependency must have its entry.
 */
function lockProblems(): string[] {
  const entries = readLock();
  return Object.entries(entries).flatMap(([path, { optionalDependencies = {} }]) => {
    const names = path === "" ? [] : Object.keys(optionalDependencies);
    return names
      .filter((name) => !isLocked(entries, { path, name }))
      .map((name) => `package-lock.json: ${path} names ${name}, which has no entry; npm ci would refuse the file.`);
  });
}

function isLocked(entries: Lock, { path, name }: { path: string; name: string }): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (entries[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

type Lock = Record<string, { version?: string; optionalDependencies?: Record<string, string> }>;

function readLock(): Lock {
  return (JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Lock }).packages;
}

/** Known holes were closed in these versions; `npm audit` needs a network, this does not. */
function versionProblems(): string[] {
  const minimum: Record<string, string> = { next: "16.4.5", sharp: "0.35.5" };
  const lock = readLock();
  return Object.entries(minimum).flatMap(([name, least]) => {
    const version = lock[`node_modules/${name}`]?.version;
    return version !== undefined && isOlder(version, least)
      ? [`package-lock.json: ${name} ${version} has known holes; ${least} at least.`]
      : [];
  });
}

function isOlder(version: string, least: string): boolean {
  const [a, b] = [version, least].map((text) => text.split(".").map(Number));
  for (let i = 0; i < 3; i++) if ((a?.[i] ?? 0) !== (b?.[i] ?? 0)) return (a?.[i] ?? 0) < (b?.[i] ?? 0);
  return false;
}

function layerOf(file: string): Layer {
  return LAYERS.find(([pattern]) => pattern.test(file))?.[1] ?? "other";
}

function isTest(file: string): boolean {
  return /\.test\.tsx?$|\/builders\.ts$/.test(file);
}

function isSource(file: string): boolean {
  return /\.(ts|tsx|mjs|css)$/.test(file) && !file.includes("generated/");
}

function filesBelow(path: string): string[] {
  try {
    if (!statSync(path).isDirectory()) return [path];
  } catch {
    return [];
  }
  return readdirSync(path).flatMap((name) => filesBelow(`${path}/${name}`));
}
