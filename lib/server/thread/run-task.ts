import "server-only";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { AppError } from "@/lib/domain/errors";
import type { TASKS } from "./tasks";

type Tasks = typeof TASKS;
type Name = keyof Tasks;
type Answer =
  | { id: number; ok: true; result: unknown }
  | { id: number; ok: false; error: { type: string; message: string; stack?: string } };
type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void };
type Thread = { worker: Worker; waiting: Map<number, Waiting>; next: number; guard: NodeJS.Timeout | null };

/** Far above any file of ours; only something made to hang gets here. */
const STUCK_MS = 60_000;
const MOST_WAITING = 200;

/**
 * Runs one of TASKS in this process's worker thread, so that a PDF or a verification never stands between somebody and
 * their save. A thread that dies or hangs is replaced; what it had at hand fails as unavailable and may be tried again.
 */
export function runTask<K extends Name>(name: K, input: Parameters<Tasks[K]>[0]): Promise<Awaited<ReturnType<Tasks[K]>>> {
  const thread = openThread();
  if (thread.waiting.size >= MOST_WAITING) throw new AppError("unavailable", "Too many files wait already. Try again in a moment.");
  return new Promise((resolve, reject) => {
    const id = thread.next;
    thread.next += 1;
    thread.waiting.set(id, { resolve, reject });
    if (thread.waiting.size === 1) watch(thread);
    thread.worker.ref();
    thread.worker.postMessage({ id, name, input });
  });
}

/** Has the thread there before it is asked: its start takes longer than most of what it does. */
export function warmThread(): void {
  openThread();
}

function openThread(): Thread {
  const holder = globalThis as { __shortlistThread?: Thread };
  holder.__shortlistThread ??= startThread(() => delete holder.__shortlistThread);
  return holder.__shortlistThread;
}

function startThread(forget: () => void): Thread {
  // By path, not by import.meta.url: inside Next's bundle that names a chunk, and the thread runs outside of it.
  const worker = new Worker(join(process.cwd(), "bin", "worker-thread.mjs"));
  const thread: Thread = { worker, waiting: new Map(), next: 1, guard: null };
  worker.unref();
  worker.on("message", (answer: Answer) => settle(thread, answer));
  const end = () => {
    forget();
    if (thread.guard !== null) clearTimeout(thread.guard);
    for (const { reject } of thread.waiting.values()) reject(new AppError("unavailable", "The worker thread stopped. Try again."));
    thread.waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", end);
  return thread;
}

function settle(thread: Thread, answer: Answer): void {
  const waiting = thread.waiting.get(answer.id);
  thread.waiting.delete(answer.id);
  watch(thread);
  if (answer.ok) {
    waiting?.resolve(answer.result as never);
    return;
  }
  // What ran out of its stack was nested too deeply, and is told so wherever it ran.
  const error = answer.error.type === "RangeError" ? new RangeError(answer.error.message) : new Error(answer.error.message);
  error.name = answer.error.type;
  if (answer.error.stack !== undefined) error.stack = answer.error.stack;
  waiting?.reject(error);
}

/** Starts the clock for the task that the thread is now at, or lets the process end while there is none. */
function watch(thread: Thread): void {
  if (thread.guard !== null) clearTimeout(thread.guard);
  thread.guard = null;
  if (thread.waiting.size === 0) {
    thread.worker.unref();
    return;
  }
  thread.guard = setTimeout(() => void thread.worker.terminate(), STUCK_MS);
  thread.guard.unref();
}
