// `npm start`: the server as the build has left it. Where nothing is built, or a source has changed since, the TypeScript itself,
// which builds first.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

// It may name another folder for the build; what is set already wins over the file.
if (existsSync(".env")) process.loadEnvFile(".env");

const built = (name) => pathToFileURL(resolve(process.env.NEXT_DIST_DIR || ".next", `${name}.mjs`));
const sources = built("shortlist-sources");
if (existsSync(sources) && (await import(sources)).isBuilt()) {
  await import(built("shortlist-server"));
} else {
  await import("../register.mjs");
  await import("../server.ts");
}
