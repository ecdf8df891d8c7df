import { describe, expect, it } from "vitest";
import { createUnsentStore } from "./unsent-store";

const DAY_MS = 86_400_000;

describe("what was typed and not sent", () => {
  it("is there for the next page of this device, and the same object until it changes", () => {
    const storage = aStorage();
    storeOn(storage).write("w/m/comment", { text: "Ask the DBA" });
    const next = storeOn(storage);
    expect(next.read("w/m/comment")).toEqual({ text: "Ask the DBA" });
    expect(next.read("w/m/comment")).toBe(next.read("w/m/comment"));
    expect(next.read("w/other/comment")).toBeNull();
  });

  it("is gone once it was sent, and its readers are told", () => {
    const storage = aStorage();
    const store = storeOn(storage);
    let told = 0;
    const stop = store.subscribe(() => told++);
    store.write("one", { text: "a" });
    store.write("one", null);
    stop();
    store.write("two", { text: "b" });
    expect(told).toBe(2);
    expect(storeOn(storage).read("one")).toBeNull();
  });

  it("is counted, and forgotten with the browser, beside what others keep there", () => {
    const storage = aStorage();
    storage.setItem("shortlist.name", "Ada");
    const store = storeOn(storage);
    store.write("one", { text: "a" });
    store.write("two", { text: "b" });
    expect(store.count()).toBe(2);
    store.clear();
    expect([store.count(), store.read("one"), storage.getItem("shortlist.name")]).toEqual([0, null, "Ada"]);
  });

  it("is forgotten after thirty days", () => {
    const storage = aStorage();
    storeOn(storage, 0).write("one", { text: "a" });
    expect(storeOn(storage, 30 * DAY_MS).read("one")).toEqual({ text: "a" });
    expect(storeOn(storage, 30 * DAY_MS + 1).count()).toBe(0);
  });

  it("is nothing where something else stands in its place", () => {
    const storage = aStorage();
    for (const [index, stored] of ["", "{", "[]", '"a"', "null", '{"at":1}', '{"at":"1","typed":{}}', '{"at":1,"typed":[1]}'].entries()) {
      const store = storeOn(storage);
      storage.setItem(`shortlist.unsent.${index}`, stored);
      expect(store.read(String(index)), stored).toBeNull();
    }
  });

  it("lasts as long as the page where storage is blocked", () => {
    const store = createUnsentStore({
      open: () => {
        throw new DOMException("blocked", "SecurityError");
      },
      now: () => 0,
    });
    store.write("one", { text: "a" });
    expect([store.read("one"), store.count()]).toEqual([{ text: "a" }, 0]);
  });
});

const storeOn = (storage: Storage, now = 0) => createUnsentStore({ open: () => storage, now: () => now });

/** Like a browser's: its keys are its own enumerable properties, its methods are not. */
function aStorage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      delete this[key];
    },
  };
  return Object.create(methods) as Storage;
}
