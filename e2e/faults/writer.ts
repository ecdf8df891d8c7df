import { randomUUID } from "node:crypto";
import type { HttpClient, HttpReply } from "@/bench/http-client";
import type { Operation } from "./history";

export type Person = { worksheet: string; member: string; token: string };
type Habits = {
  client: HttpClient;
  person: Person;
  fields: readonly string[];
  chance: () => number;
  /** Pause between two saves, in milliseconds. */
  thinkMs: { from: number; to: number };
  /** Share of saves that are sent twice at once. */
  twice: number;
};

/** Outlasts every fault of a run, by the clock: how many tries that takes depends on how fast they are turned away. */
const PATIENCE_MS = 90_000;

/**
 * One tab of one member that edits like a careful client: it keeps the operation's id over every retry, takes a 412's
 * current version as its new base, and goes on in round 2 when it is told that round 1 is closed.
 */
export class Writer {
  readonly operations: Operation[] = [];
  /** How many saves were acknowledged as something that had been done before. */
  replays = 0;
  /** True from the moment a save was refused because the link is dead. */
  isShutOut = false;
  private round = 1;
  private readonly versions = new Map<string, number>();
  private count = 0;

  constructor(private readonly habits: Habits) {}

  async write(until: () => boolean): Promise<void> {
    const { thinkMs, chance } = this.habits;
    while (!until() && !this.isShutOut) {
      await this.edit();
      await pause(thinkMs.from + chance() * (thinkMs.to - thinkMs.from));
    }
  }

  private async edit() {
    const { person, fields, chance } = this.habits;
    const field = fields[Math.floor(chance() * fields.length)] ?? "y1.users";
    const baseVersion = this.versions.get(`${field}:${this.round}`) ?? 0;
    const operation: Operation = {
      opId: randomUUID(),
      worksheet: person.worksheet,
      member: person.member,
      field: `scale.${field}`,
      round: this.round,
      value: ++this.count * 1000 + Math.floor(chance() * 1000),
      baseVersion,
      startedAt: performance.now(),
      endedAt: Number.POSITIVE_INFINITY,
      outcome: "unknown",
      version: null,
      seq: null,
    };
    this.operations.push(operation);
    const body = {
      opId: operation.opId,
      round: this.round,
      fields: { [field]: { value: operation.value, baseVersion, reason: canaryOf(person.member) } },
    };
    while (operation.outcome === "unknown" && performance.now() - operation.startedAt < PATIENCE_MS) {
      const reply = await this.send(body);
      if (reply) this.take({ operation, field, reply });
      if (operation.outcome === "unknown") await pause(50 + chance() * 300);
    }
    operation.endedAt = performance.now();
  }

  /** Null when the line broke or the server was away: the end is not known, so the same operation is sent again. */
  private async send(body: unknown): Promise<HttpReply | null> {
    const { client, person, chance, twice } = this.habits;
    const once = () =>
      client
        .send({
          method: "PUT",
          path: `/api/v1/worksheets/${person.worksheet}/answers/scale`,
          headers: { authorization: `Bearer ${person.token}` },
          body,
        })
        .catch(() => null);
    const replies = await Promise.all(chance() < twice ? [once(), once()] : [once()]);
    const known = replies.filter((reply) => reply !== null && reply.status < 500 && reply.status !== 429);
    // Of two sent at once the later is the one that is recognised, as a rule.
    this.replays += known.filter((reply) => reply !== null && (bodyOf(reply) as { replayed?: boolean }).replayed === true).length;
    return known.find((reply) => reply?.status === 200) ?? known[0] ?? null;
  }

  private take({ operation, field, reply }: { operation: Operation; field: string; reply: HttpReply }) {
    const key = `${field}:${operation.round}`;
    const body = bodyOf(reply) as {
      seq?: number;
      versions?: Record<string, number>;
      replayed?: boolean;
      code?: string;
      current?: Record<string, { version: number }>;
    };
    if (reply.status === 200) {
      operation.outcome = "saved";
      operation.version = body.versions?.[field] ?? null;
      operation.seq = body.replayed ? null : (body.seq ?? null);
      this.versions.set(key, operation.version ?? 0);
      return;
    }
    operation.outcome = "refused";
    if (body.code === "round_closed") this.round = 2;
    else if (reply.status === 412) this.versions.set(key, body.current?.[field]?.version ?? 0);
    else this.isShutOut = true;
  }
}

const bodyOf = (reply: HttpReply): unknown => JSON.parse(reply.body.toString("utf8"));

/** What a member writes into every reason, so that the bytes that others receive can be searched for it. */
export const canaryOf = (member: string): string => `canary-${member}`;

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
