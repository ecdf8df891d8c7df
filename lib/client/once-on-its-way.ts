/** A write: where it goes and what it says. */
type Write = { method: string; path: string; body: unknown };

/**
 * Sends what is asked for twice while the first is still on its way once, and gives both the same reply: a key pressed or a
 * button clicked again is often quicker than a page can say that it is busy. The operation id is made for each press, so it
 * does not tell two presses apart. Only the newest write to an address counts: on, off and on again are three.
 */
export function onceOnItsWay() {
  const newest = new Map<string, { says: string; reply: Promise<unknown> }>();
  return function once<T>({ method, path, body }: Write, send: () => Promise<T>): Promise<T> {
    const address = `${method} ${path}`;
    const says = JSON.stringify(withoutOpId(body));
    const before = newest.get(address);
    // The same write asks for the same reply.
    if (before?.says === says) return before.reply as Promise<T>;
    const reply = send();
    const mine = { says, reply };
    newest.set(address, mine);
    const forget = () => {
      if (newest.get(address) === mine) newest.delete(address);
    };
    reply.then(forget, forget);
    return reply;
  };
}

function withoutOpId(body: unknown): unknown {
  if (typeof body !== "object" || body === null || !("opId" in body)) return body ?? {};
  const { opId: _, ...said } = body;
  return said;
}
