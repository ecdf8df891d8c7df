import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { CATALOGUE, familyOf as familyInCatalogue } from "../catalogue/catalogue";
import { smallestFootprints } from "../costs/footprint";
import { familyOf, findFacts } from "./facts";
import { factsOfCatalogue } from "./facts-of-catalogue";
import { TOLD_FACTS } from "./facts-told";
import { storedFacts } from "./stored-facts";

const KB = 1_000;

describe("the facts that the rules read", () => {
  const fresh = factsOfCatalogue(CATALOGUE, smallestFootprints());

  it("are those of the catalogue and the price book; after a change run npm run facts", () => {
    expect(readFileSync("lib/domain/engine/data/facts.json", "utf8") === storedFacts(CATALOGUE.version, fresh)).toBe(true);
  });

  it("get their prose back for words", () => {
    expect(TOLD_FACTS).toEqual(fresh);
  });

  it("know the same families as the catalogue", () => {
    for (const { id } of CATALOGUE.systems) expect([id, familyOf(id)]).toEqual([id, familyInCatalogue(id)]);
    expect(familyOf("no-such-system")).toBeNull();
  });

  it("price a pair of servers, three for a quorum, and nothing for a library", () => {
    expect(findFacts("sqlite")?.footprint.self).toBe(0);
    const [pair = 0, quorum = 0] = [findFacts("postgresql")?.footprint.self, findFacts("cassandra")?.footprint.self].map(Number);
    expect(quorum).toBe(Math.floor((pair / 2) * 3));
    expect(findFacts("spanner")?.footprint).toMatchObject({ self: null });
  });
});

describe("what a browser loads to decide", () => {
  it("is at most 40 kB, and holds neither prose nor the catalogue", async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: ["lib/domain/engine/decide.ts"],
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
      metafile: true,
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.filter((path) => /systems\.json|price-facts|messages|node_modules/.test(path))).toEqual([]);
    const size = gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
    expect(size).toBeGreaterThan(5 * KB);
    expect(size).toBeLessThan(40 * KB);
  });

  it("is all that the shortlist's screens and the worker load with them; prose and sources come when they are shown", async () => {
    const folder = "components/shortlist";
    const screens = readdirSync(folder).filter((name) => name.endsWith(".tsx"));
    const { metafile } = await build({
      entryPoints: [...screens.map((name) => `${folder}/${name}`), "lib/client/engine/worker.ts"],
      bundle: true,
      splitting: true,
      format: "esm",
      outdir: "unwritten",
      write: false,
      metafile: true,
      jsx: "automatic",
      packages: "external",
      alias: { "@": "." },
      loader: { ".css": "empty" },
    });
    const loadedWith = (output: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(output)) return seen;
      seen.add(output);
      for (const { path, kind } of metafile.outputs[output]?.imports ?? []) if (kind === "import-statement") loadedWith(path, seen);
      return seen;
    };
    const carriesProse = (output: string) =>
      Object.keys(metafile.outputs[output]?.inputs ?? {}).some((path) => path.endsWith("systems.json"));
    const heavy = Object.entries(metafile.outputs).filter(
      ([output, { entryPoint }]) => entryPoint && [...loadedWith(output)].some(carriesProse),
    );
    // The catalogue itself is an entry of its own where something imports it on demand.
    expect(heavy.map(([, { entryPoint }]) => entryPoint)).toEqual(["lib/domain/catalogue/catalogue.ts"]);
  });
});
