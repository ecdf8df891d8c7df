import { expect, it } from "vitest";
import { freshDatabase } from "../testing/database";
import { db } from "./client";

const database = freshDatabase();

it("keeps its own zone in every connection, whatever the server's default is", async () => {
  await database
    .admin()
    .query("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET timezone = %L', current_database(), 'Asia/Kathmandu'); END $$");
  const zones = await Promise.all(Array.from({ length: 8 }, () => db().$queryRaw<{ TimeZone: string }[]>`SHOW TimeZone`));
  expect(new Set(zones.flat().map(({ TimeZone }) => TimeZone))).toEqual(new Set(["UTC"]));
});
