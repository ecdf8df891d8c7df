import { expect, it, vi } from "vitest";
import { createApi } from "./app";
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

it.each(["/worksheets", "/worksheets/sample", "/worksheets/import", "/spaces"])(
  "holds whoever fills the database by POST %s",
  async (path) => {
    const address = "198.51.100.8";
    const start = (remoteAddress: string) => {
      const headers = { "content-type": "application/json" };
      const body = { method: "POST", headers, body: '{"no":"such field"}' };
      return createApi().request(`/api/v1${path}`, body, { incoming: { socket: { remoteAddress } } });
    };
    expect((await start(address)).status).toBe(422);
    await limitOf("starts").penalty(address, 240);
    const held = await start(address);
    expect([held.status, Number(held.headers.get("retry-after")) > 0]).toEqual([429, true]);
    expect((await start("198.51.100.9")).status).toBe(422);
    await limitOf("starts").delete(address);
  },
);
