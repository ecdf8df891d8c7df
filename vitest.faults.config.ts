import { defineConfig, mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

/** `npm run faults:record`: what breaks while a decision is signed and sealed. Minutes, not seconds, so apart from `npm test`. */
export default mergeConfig(
  { ...base, test: { ...base.test, projects: undefined } },
  defineConfig({
    test: {
      include: ["lib/server/**/*-faults.test.ts"],
      globalSetup: ["lib/server/testing/global-setup.ts"],
      testTimeout: 3_600_000,
    },
  }),
);
