// The worker's first file. Plain JavaScript, because a worker does not take over the hooks that let the rest be TypeScript,
// and because "tsx/esm" by itself registers nothing outside the main thread.
import { register as registerTypeScript } from "tsx/esm/api";
import "../register.mjs";

registerTypeScript();
await import("../lib/server/thread/entry.ts");
