import { afterEach, expect, it, vi } from "vitest";
import { openSharedLine } from "./live-line";

/** The browser's side: locks that are granted when the test says so, and streams that only count that they were opened. */
function aBrowser() {
  const granted: (() => Promise<void>)[] = [];
  const opened: EventTarget[] = [];
  class Stream extends EventTarget {
    static readonly CLOSED = 2;
    readyState = 1;
    constructor(readonly url: string) {
      super();
      opened.push(this);
    }
    close() {
      this.readyState = Stream.CLOSED;
    }
  }
  vi.stubGlobal("EventSource", Stream);
  vi.stubGlobal("navigator", {
    locks: {
      request: (_name: string, _options: object, hold: () => Promise<void>) =>
        new Promise<void>((done) => granted.push(() => hold().then(done))),
    },
  });
  return { grant: () => void granted.map((one) => one()), opened };
}

afterEach(() => vi.unstubAllGlobals());

const heard = () => {
  const said: string[] = [];
  return { said, onOpen: () => void said.push("open"), onError: () => void said.push("error"), onChange: () => void said.push("change") };
};

it("opens no stream for a page that was left before its turn came, and lets the next tab have it", async () => {
  const { grant, opened } = aBrowser();
  const line = openSharedLine("w", heard());
  line.close();
  grant();
  expect(opened).toHaveLength(0);
});

it("says nothing of what a stream still brings when the page was left", () => {
  const { grant, opened } = aBrowser();
  const events = heard();
  const line = openSharedLine("w", events);
  grant();
  const [stream] = opened;
  line.close();
  stream?.dispatchEvent(new Event("here"));
  stream?.dispatchEvent(new MessageEvent("change", { data: '{"changed":["answers"]}' }));
  expect(events.said).toEqual([]);
});
