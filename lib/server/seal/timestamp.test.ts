import { beforeAll, describe, expect, it } from "vitest";
import { verifyFile } from "@/lib/domain/verify/verify-file";
import { aBody, aSealKey, SEALED_AT } from "../testing/sealed-file";
import { aTimestampServer } from "../testing/timestamp-server";
import { makeBody } from "./make-sealed-pdf";
import { sealPdf } from "./seal-pdf";

let key: Awaited<ReturnType<typeof aSealKey>>;
let body: Uint8Array;

beforeAll(async () => {
  key = await aSealKey();
  body = (await makeBody(await aBody({ key }))).bytes;
});

const sealWith = (tsaUrl: string | null) => sealPdf({ body, key, sealedAt: SEALED_AT, reason: "", tsaUrl, tsaTimeoutMs: 1_500 });
const timeOf = async (bytes: Uint8Array) =>
  (await verifyFile(bytes, { roots: [key.rootFingerprint] })).checks.find(({ id }) => id === "time");

describe("the time of a seal", () => {
  it("is proven when the timestamp server answers", async () => {
    const server = await aTimestampServer("good");
    if (server === null) return;
    const { bytes, level } = await sealWith(server.url);
    server.close();
    expect(level).toBe("B-T");
    expect(await timeOf(bytes)).toMatchObject({ ok: true, detail: { params: { by: "Test timestamps" } } });
  });

  it.each(["silent", "broken", "garbage"] as const)(
    "is only said when the timestamp server is %s, and the seal holds all the same",
    async (behaviour) => {
      const server = await aTimestampServer(behaviour);
      const { bytes, level } = await sealWith(server?.url ?? null);
      server?.close();
      expect(level).toBe("B-B");
      expect(await timeOf(bytes)).toMatchObject({ ok: null, reason: "claimed" });
    },
  );

  it("is not taken from a token that stamps something else", async () => {
    const server = await aTimestampServer("stale");
    if (server === null) return;
    await sealWith(server.url);
    const { level } = await sealWith(server.url);
    server.close();
    expect(level).toBe("B-B");
  });

  it("is not in the body: the same input gives the same bytes before sealing", async () => {
    const input = await aBody({ key });
    const [once, twice] = [await makeBody(input), await makeBody(input)];
    expect(Buffer.from(twice.bytes).equals(Buffer.from(once.bytes))).toBe(true);
    const sealed = await sealPdf({ body: once.bytes, key, sealedAt: SEALED_AT, reason: "", tsaUrl: null });
    expect(Buffer.from(sealed.bytes.subarray(0, once.bytes.length)).equals(Buffer.from(once.bytes))).toBe(true);
  });
});
