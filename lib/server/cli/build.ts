import { ensureBuilt } from "../boot/build";

await ensureBuilt((line) => void process.stdout.write(`${line}\n`)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  // Not exitCode: the embedded Postgres brings an exit hook that overrides it.
  process.exit(1);
});
