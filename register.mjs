// Lets Node run this project's TypeScript. `server-only` is a guard for Next's bundler and throws anywhere else, so
// outside Next it stands for nothing.
import { register } from "node:module";
import "tsx/esm";

const hook = `export const resolve = (name, context, next) =>
  name === "server-only" ? { url: "data:text/javascript,", format: "module", shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
