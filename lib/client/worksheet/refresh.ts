const GATHER_MS = 120;
/** Changes that the team's own state speaks of, beside the worksheet's. */
const TEAM_TOO = new Set(["*", "workshop", "members", "reveal", "mine", "stage"]);

/** True for a query below one worksheet that these changes may have made old; the key is `["worksheet", id, part?]`. */
export function isTouched(key: readonly unknown[], changed: ReadonlySet<string>): boolean {
  const part = key[2];
  if (part === "screen") return true;
  if (part === "workshop") return [...changed].some((kind) => TEAM_TOO.has(kind));
  return [...changed].some((kind) => kind !== "workshop");
}

/** Many events become one request at a time: none is cancelled by the next, and the last one is never missed. */
export function gatherChanges(run: (changed: ReadonlySet<string>) => Promise<void>) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isRunning = false;
  let isStopped = false;
  let waiting = new Set<string>();

  const start = async () => {
    timer = null;
    isRunning = true;
    const changed = waiting;
    waiting = new Set();
    await run(changed);
    isRunning = false;
    if (waiting.size > 0 && !isStopped) timer = setTimeout(start, GATHER_MS);
  };
  return {
    ask(changed: readonly string[]) {
      for (const kind of changed) waiting.add(kind);
      if (waiting.size > 0 && !isRunning && timer === null && !isStopped) timer = setTimeout(start, GATHER_MS);
    },
    stop() {
      isStopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}
