import { afterAll, describe, expect, it } from "vitest";
import { freshDatabase } from "../testing/database";
import { pool } from "./client";

freshDatabase();
const warnings: string[] = [];
const note = (warning: Error) => warnings.push(warning.message);
process.on("warning", note);
afterAll(() => {
  process.off("warning", note);
});

describe("one connection that is asked several things at once", () => {
  it("answers them in order, goes on after one that fails, and never asks while it waits", async () => {
    const client = await pool().connect();
    try {
      const asked = ["SELECT 1 AS n", "SELECT pg_sleep(0.02), 2 AS n", "SELECT wrong", "SELECT 4 AS n"].map((text) => client.query(text));
      const order: number[] = [];
      for (const [index, one] of asked.entries()) void one.catch(() => undefined).then(() => order.push(index));
      const answers = await Promise.allSettled(asked);
      expect(answers.map((one) => (one.status === "fulfilled" ? one.value.rows[0].n : "failed"))).toEqual([1, 2, "failed", 4]);
      expect(order).toEqual([0, 1, 2, 3]);
      const [byCallback] = await new Promise<{ n: number }[]>((resolve, reject) =>
        client.query("SELECT 5 AS n", (error: Error | null, result: { rows: { n: number }[] }) =>
          error ? reject(error) : resolve(result.rows),
        ),
      );
      expect(byCallback).toEqual({ n: 5 });
    } finally {
      client.release();
    }
    expect(warnings.filter((text) => text.includes("already executing"))).toEqual([]);
  });
});
