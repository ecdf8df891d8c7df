import "server-only";
import type { LiveChange } from "./hub";

/** A stream's share of the pause: two hundred open screens hear of what happens twelve times a second, twenty at once. */
const MS_PER_STREAM = 0.4;
const LONGEST_MS = 150;
const AT_ONCE = 20;

type Clock = { now: () => number; later: (run: () => void, ms: number) => void };

const realClock: Clock = { now: () => performance.now(), later: (run, ms) => void setTimeout(run, ms).unref() };

/**
 * Tells the streams of one worksheet of its changes. Each change costs a write to each stream, so in a crowd what happens
 * within a pause is told together: the work grows with the crowd, not with the crowd times what it types.
 */
export class Pace {
  private toldAt = Number.NEGATIVE_INFINITY;
  private waiting: LiveChange | null = null;

  constructor(
    private readonly tell: (change: LiveChange) => void,
    private readonly clock: Clock = realClock,
  ) {}

  hear(change: LiveChange, streams: number): void {
    const wait = this.toldAt + pauseOf(streams) - this.clock.now();
    // What one person alone may know is never summed up with what all may.
    if (change.onlyMember !== undefined) this.tell(change);
    else if (this.waiting !== null) this.waiting = both(this.waiting, change);
    else if (wait <= 0) this.tellNow(change);
    else {
      this.waiting = change;
      this.clock.later(() => this.tellWaiting(), wait);
    }
  }

  private tellWaiting() {
    const { waiting } = this;
    this.waiting = null;
    if (waiting) this.tellNow(waiting);
  }

  private tellNow(change: LiveChange) {
    this.toldAt = this.clock.now();
    this.tell(change);
  }
}

function pauseOf(streams: number): number {
  return streams <= AT_ONCE ? 0 : Math.min(LONGEST_MS, streams * MS_PER_STREAM);
}

/** Two changes as one: the later seq, and everything that either names. */
export function both(one: LiveChange, other: LiveChange): LiveChange {
  return { seq: Math.max(one.seq, other.seq), changed: [...new Set([...one.changed, ...other.changed])] };
}
