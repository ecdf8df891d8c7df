import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/browser";

const PORT = 3105;
process.env.E2E_DATA_DIR ??= freshFolder();

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  fullyParallel: false,
  // One more than the cores: some always wait for the network.
  workers: 3,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["list"], ["json"]] : [["list"]],
  outputDir: "test-results",
  use: {
    baseURL: `http://localhost:${PORT}`,
    // Recording what every page did takes a third of the time: `npx playwright test --trace on e2e/one.spec.ts`.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findBrowser() ?? "",
      args: [
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    // A fixed environment, so that a developer's own settings cannot leak into the tests.
    command: "node bin/start.mjs",
    env: {
      NODE_ENV: "production",
      PORT: String(PORT),
      HOST: "127.0.0.1",
      DATABASE_URL: "",
      APP_ORIGIN: "",
      // Nobody answers here but the mail server that e2e/sign-off.spec.ts opens.
      SMTP_URL: "smtp://127.0.0.1:3106",
      DATA_DIR: process.env.E2E_DATA_DIR,
      LOG_LEVEL: "warn",
      TZ: "Asia/Kathmandu",
      LIFT_RATE_LIMITS: "0",
    },
    url: `http://localhost:${PORT}/ready`,
    timeout: 180_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
  },
});

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "shortlist-e2e-"));
  chmodSync(folder, 0o755);
  return folder;
}
