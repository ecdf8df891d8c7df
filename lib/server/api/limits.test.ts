import { expect, it, vi } from "vitest";
import { limitOf } from "./limits";

it("has one count of a caller, whichever copy of this module asks", async () => {
  await limitOf("failedTokens").penalty("198.51.100.7", 20);
  vi.resetModules();
  const copy = await import("./limits");
  expect(copy.limitOf).not.toBe(limitOf);
  expect((await copy.limitOf("failedTokens").get("198.51.100.7"))?.remainingPoints).toBe(0);
  expect(await copy.limitOf("stateless").get("198.51.100.7")).toBeNull();
  await limitOf("failedTokens").delete("198.51.100.7");
});
