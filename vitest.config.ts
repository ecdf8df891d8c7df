import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: `${at(".")}/` },
      // `server-only` throws outside Next; the unit runner is a server.
      { find: "server-only", replacement: at("lib/server/testing/empty.ts") },
    ],
  },
  test: {
    include: ["lib/**/*.test.ts", "prisma/**/*.test.ts"],
    env: { TZ: "Asia/Kathmandu" },
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
