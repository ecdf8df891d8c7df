import "server-only";
import { parentPort } from "node:worker_threads";
import { TASKS } from "./tasks";

/** The worker's side: one task after the other, so that twenty seals at once do not share one core's cache twenty ways. */
let queue: Promise<void> = Promise.resolve();

parentPort?.on("message", ({ id, name, input }: { id: number; name: keyof typeof TASKS; input: never }) => {
  queue = queue.then(async () => {
    try {
      parentPort?.postMessage({ id, ok: true, result: await TASKS[name](input) });
    } catch (error) {
      const { name: type, message, stack } = error instanceof Error ? error : new Error(String(error));
      parentPort?.postMessage({ id, ok: false, error: { type, message, stack } });
    }
  });
});
