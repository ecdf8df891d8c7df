import "server-only";
import type { z } from "zod";
import type { Prisma } from "@/prisma/generated/client";
import type { Tx } from "../db/client";
import type { ChangeKind } from "../live/announce";

/** One sort of work: how its input looks, how it is done, and how often it is tried. A module exports one; boot lists them. */
export type JobKind<Input = unknown> = {
  name: string;
  input: z.ZodType<Input>;
  /** Attempts before it counts as failed; 8 when left out, which spans about 40 minutes. */
  maxAttempts?: number;
  /** How many of this kind one process works on at once; 2 when left out. */
  atOnce?: number;
  /** What open screens look at again when such a job ends; needs the job to name its worksheet. */
  changed?: ChangeKind[];
  /**
   * Does the slow part and touches no row of ours, or only rows that a second attempt may write again. What must happen
   * exactly once belongs into the outcome's `commit`.
   */
  run: (input: Input, attempt: JobAttempt) => Promise<JobOutcome>;
  /** Runs in the transaction that gives the job up. */
  onFailed?: (tx: Tx, failed: { jobId: string; input: Input; error: string }) => Promise<void>;
};

export type JobAttempt = {
  jobId: string;
  key: string;
  worksheetId: string | null;
  /** 1 for the first. */
  number: number;
  /** Fires when the process stops or another one took the job over: give up soon, nothing you do will count. */
  signal: AbortSignal;
};

export type JobOutcome = {
  /** Small and free of secrets; shown with the job. */
  result?: Prisma.InputJsonObject;
  /** Runs in the transaction that marks the job as done: both happen, or neither. */
  commit?: (tx: Tx) => Promise<void>;
};

/** A failure with a name that people and scripts are shown. `isFinal` says that trying again cannot help. */
export class JobError extends Error {
  readonly code: string;
  readonly isFinal: boolean;
  /** How long to wait before the next attempt, when whoever refused said so or we know better than the usual backoff. */
  readonly retryAfterS: number | null;

  constructor(
    code: string,
    { isFinal = false, retryAfterS = null, cause }: { isFinal?: boolean; retryAfterS?: number | null; cause?: unknown } = {},
  ) {
    super(code, { cause });
    this.name = "JobError";
    this.code = code;
    this.isFinal = isFinal;
    this.retryAfterS = retryAfterS;
  }
}

/** Loses the input's type, so that kinds of different inputs fit into one list; each parses its own input before it runs. */
export function jobKind<Input>(kind: JobKind<Input>): JobKind {
  return kind as unknown as JobKind;
}
