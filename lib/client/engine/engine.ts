import type { Impact } from "@/lib/domain/impact/schema";
import type { ImpactInput } from "@/lib/domain/impact/worksheet-impact";
import type { EngineReply, EngineRequest } from "./protocol";

type Options = { signal: AbortSignal; onFirst: (impact: Impact) => void };
type Asked = Pick<Options, "onFirst"> & { onFinal: (impact: Impact) => void; onFault: (fault: Error) => void };

/** Longer than any count takes; a worker that a policy or an extension stopped may never say so. */
const PATIENCE_MS = 15_000;

let worker: Worker | null = null;
let count = 0;
const waiting = new Map<number, Asked>();

/**
 * Which differences change the list, counted beside the page. `onFirst` gets what is known at once, while the shares over
 * all combinations are counted. Rejects where the browser has no worker or the worker fails; ask the server then.
 */
export function impactOf(input: ImpactInput, { signal, onFirst }: Options): Promise<Impact> {
  const id = ++count;
  const counted = new Promise<Impact>((resolve, reject) => {
    waiting.set(id, { onFirst, onFinal: resolve, onFault: reject });
    setTimeout(() => reject(new Error("The engine's worker does not answer.")), PATIENCE_MS);
    signal.addEventListener("abort", () => reject(new DOMException("Something newer was asked.", "AbortError")), { once: true });
    theWorker().postMessage({ id, input } satisfies EngineRequest);
  });
  return counted.finally(() => waiting.delete(id));
}

function theWorker(): Worker {
  if (worker) return worker;
  const started = new Worker(new URL("./worker.ts", import.meta.url), { type: "module", name: "engine" });
  started.addEventListener("message", ({ data }: MessageEvent<EngineReply>) => take(data));
  started.addEventListener("error", (event) => {
    event.preventDefault();
    worker = null;
    started.terminate();
    for (const asked of [...waiting.values()]) asked.onFault(new Error(event.message || "The engine's worker ended."));
  });
  worker = started;
  return started;
}

function take(reply: EngineReply): void {
  const asked = waiting.get(reply.id);
  if (!asked) return;
  if ("failed" in reply) asked.onFault(new Error(reply.failed));
  else if (reply.isFinal) asked.onFinal(reply.impact);
  else asked.onFirst(reply.impact);
}
