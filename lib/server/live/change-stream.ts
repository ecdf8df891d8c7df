import "server-only";
import type { LiveChange } from "./hub";
import { both } from "./pace";

const HERE = encode("event: here\ndata:\n\n");
/** Chunks that may wait in a stream before changes are summed up instead. */
const ROOM = 4;

/**
 * One open event stream. A reader who keeps up gets every change; a slow one gets the sum of what it missed when it reads
 * again, never a growing buffer. A change is put into bytes once, however many streams carry it.
 */
export class ChangeStream {
  readonly body: ReadableStream<Uint8Array>;
  private controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  private waiting: LiveChange | null = null;

  constructor(onEnd: () => void) {
    this.onEnd = onEnd;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.controller = controller;
        },
        pull: () => this.flush(),
        cancel: () => this.end(),
      },
      { highWaterMark: ROOM },
    );
  }

  private readonly onEnd: () => void;

  push(change: LiveChange): void {
    if (this.hasRoom() && this.waiting === null) {
      this.controller?.enqueue(bytesOf(change));
      return;
    }
    this.waiting = this.waiting === null ? change : both(this.waiting, change);
  }

  /** A sign of life that a page can hear: a comment is not told to it, and a proxy that holds everything back would go unnoticed. */
  beat(): void {
    if (this.hasRoom()) this.controller?.enqueue(HERE);
  }

  /** The first event: says where the stream starts. */
  greet({ seq, changed }: { seq: string; changed: string[] }): void {
    this.controller?.enqueue(encode(`event: change\ndata: ${JSON.stringify({ seq: 0, changed })}\nid: ${seq}\n\n`));
  }

  close(): void {
    if (this.controller === null) return;
    this.controller.close();
    this.end();
  }

  private hasRoom(): boolean {
    return (this.controller?.desiredSize ?? 0) > 0;
  }

  private flush() {
    if (this.waiting === null || !this.hasRoom()) return;
    this.controller?.enqueue(bytesOf(this.waiting));
    this.waiting = null;
  }

  private end() {
    this.controller = null;
    this.onEnd();
  }
}

const encoded = new WeakMap<LiveChange, Uint8Array>();

function bytesOf(change: LiveChange): Uint8Array {
  const known = encoded.get(change);
  if (known) return known;
  const { seq, changed } = change;
  const bytes = encode(`event: change\ndata: ${JSON.stringify({ seq, changed })}\nid: ${seq}\n\n`);
  encoded.set(change, bytes);
  return bytes;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
