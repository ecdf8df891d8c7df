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
    env: { TZ: "Asia/Kathmandu" },
    setupFiles: [at("lib/server/testing/property-seed.ts")],
    maxWorkers: 2,
    // The files of a worker share what they import, which is half of the time; freshDatabase() ends what a file leaves behind.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // Pure code needs no database and answers in milliseconds.
      {
        extends: true,
        test: {
          name: "pure",
          include: [
            "lib/domain/**/*.test.ts",
            "lib/client/**/*.test.ts",
            "lib/cli/**/*.test.ts",
            "components/**/*.test.{ts,tsx}",
            "lib/server/adr/**/*.test.ts",
            "messages/**/*.test.ts",
            "e2e/faults/**/*.test.ts",
          ],
        },
      },
      {
        extends: true,
        test: {
          name: "server",
          include: ["lib/server/**/*.test.ts", "prisma/**/*.test.ts"],
          exclude: ["lib/server/adr/**", "lib/server/**/*-faults.test.ts"],
          setupFiles: [at("lib/server/testing/no-overlap.ts")],
          globalSetup: ["lib/server/testing/global-setup.ts"],
        },
      },
    ],
  },
});
