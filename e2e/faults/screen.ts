import { type ClientRequest, request } from "node:http";
import { HttpClient } from "@/bench/http-client";
import type { Violation } from "./history";
import { canaryOf, type Person, pause } from "./writer";

type Watched = { port: () => number; person: Person; others: readonly string[]; isRevealed: () => boolean };

/** An open page of one member: a stream that is opened again when it breaks, and a read after every change it is told of. */
export class Screen {
  /** Answers that the page shows: member, field and round with their version and value. */
  shown = new Map<string, string>();
  /** Bytes of others that reached the page before the reveal. */
  readonly leaks: Violation[] = [];
  opened = 0;
  /** When the server shut this member out; null while they may look. */
  closedAt: number | null = null;
  private lastEventId = "";
  private isReading = false;
  private isStale = false;
  private isOpen = false;
  private stream: ClientRequest | null = null;
  private readonly client: HttpClient;

  constructor(private readonly watched: Watched) {
    this.client = new HttpClient(watched.port(), 2);
  }

  open(): void {
    this.isOpen = true;
    void this.listen();
  }

  /** What the page shows now against what the server says now; call it after a moment of quiet. */
  async compare(): Promise<Violation[]> {
    if (this.closedAt !== null) return [];
    const shown = this.shown;
    const fresh = await this.fetch();
    const differing = [...fresh].filter(([key, value]) => shown.get(key) !== value).map(([key]) => key);
    return differing.length === 0
      ? []
      : [
          {
            invariant: "I7",
            text: `${this.watched.person.member}'s screen is behind on ${differing.length} answers, such as ${differing[0]}`,
          },
        ];
  }

  get member(): string {
    return this.watched.person.member;
  }

  close(): void {
    this.isOpen = false;
    this.stream?.destroy();
    this.client.close();
  }

  private async listen(): Promise<void> {
    while (this.isOpen) {
      const isOver = await this.follow();
      if (isOver) return;
      await pause(200);
    }
  }

  /** Follows one stream to its end; true when the server said that there is nothing here for this member any more. */
  private follow(): Promise<boolean> {
    const { port, person } = this.watched;
    return new Promise((done) => {
      const call = request(
        {
          host: "127.0.0.1",
          port: port(),
          path: `/api/v1/worksheets/${person.worksheet}/events`,
          headers: {
            host: `localhost:${port()}`,
            authorization: `Bearer ${person.token}`,
            ...(this.lastEventId ? { "last-event-id": this.lastEventId } : {}),
          },
        },
        (reply) => {
          const isOver = reply.statusCode === 401 || reply.statusCode === 404;
          if (isOver) this.closedAt ??= performance.now();
          else this.opened++;
          reply.on("data", (chunk: Buffer) => this.hear(chunk.toString("utf8")));
          reply.on("error", () => done(isOver));
          reply.on("close", () => done(isOver));
        },
      );
      this.stream = call;
      call.on("error", () => done(false));
      call.end();
    });
  }

  private hear(text: string) {
    this.search(text);
    const id = /^id: (.*)$/mu.exec(text)?.[1];
    if (id) this.lastEventId = id;
    if (text.includes("event: change")) void this.refresh();
  }

  /** One read at a time; what is told meanwhile is read once more afterwards. */
  private async refresh(): Promise<void> {
    this.isStale = true;
    if (this.isReading) return;
    this.isReading = true;
    while (this.isStale && this.isOpen) {
      this.isStale = false;
      const fresh = await this.fetch().catch(() => null);
      if (fresh) this.shown = fresh;
      else {
        this.isStale = true;
        await pause(200);
      }
    }
    this.isReading = false;
  }

  private async fetch(): Promise<Map<string, string>> {
    const { person, isRevealed } = this.watched;
    const reply = await this.client.send({
      method: "GET",
      path: `/api/v1/worksheets/${person.worksheet}`,
      headers: { authorization: `Bearer ${person.token}` },
    });
    const text = reply.body.toString("utf8");
    // Asked after the fact, so that a reply that was under way during the reveal is not held against it.
    if (!isRevealed()) this.search(text);
    if (reply.status !== 200) throw new Error(`The page answered ${reply.status}.`);
    const view = JSON.parse(text) as { answers: { memberId: string; field: string; round: number; version: number; value: unknown }[] };
    return new Map(
      view.answers.map((one) => [`${one.memberId} ${one.field} round ${one.round}`, `${one.version}: ${JSON.stringify(one.value)}`]),
    );
  }

  private search(text: string) {
    const { others, person, isRevealed } = this.watched;
    if (isRevealed()) return;
    const found = others.find((other) => text.includes(canaryOf(other)));
    if (found) this.leaks.push({ invariant: "I9", text: `${person.member} received what ${found} wrote, before the reveal` });
  }
}
