import "server-only";
import { resolve } from "node:path";
import { z } from "zod";

const url = z.url({ protocol: /^postgres(ql)?$/, error: "must look like postgresql://user:password@host:5432/name" });

const envSchema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_URL: url.optional(),
  DATABASE_ADMIN_URL: url.optional(),
  DATABASE_DIRECT_URL: url.optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  APP_ORIGIN: z
    .url({ protocol: /^https?$/, error: "must be the address people open, for example https://shortlist.example.org" })
    .optional(),
  /** Mail server, for example smtps://user:password@mail.example.org. Without it links are handed over. */
  SMTP_URL: z.url({ protocol: /^smtps?$/, error: "must look like smtp://user:password@host:587 or smtps://user:password@host" }).optional(),
  /** Who mails come from. */
  MAIL_FROM: z.string().min(3).max(320).optional(),
  ALLOW_HTTP: z.enum(["0", "1"]).default("0"),
  /** Encrypts the seal key in the database; made in DATA_DIR when the database is the embedded one. */
  APP_SECRET: z.string().min(32, "must be 32 or more random characters: openssl rand -base64 32").optional(),
  /** The operator's own key for seals and its certificates, both PEM; without them one is made at the first start. */
  SEAL_KEY_FILE: z.string().optional(),
  SEAL_CERT_FILE: z.string().optional(),
  /** A timestamp server (RFC 3161) that proves when a seal was made. */
  TSA_URL: z.url({ protocol: /^https?$/, error: "must be an http(s) address" }).optional(),
  /** Sign-in for team spaces by OpenID Connect; links go on working. The provider sends browsers back to /api/v1/sign-in/callback. */
  OIDC_ISSUER: z.url({ protocol: /^https?$/, error: "must be the issuer's address, for example https://login.example.org" }).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Days that finished background work, delivered webhook messages and replies to repeated calls stay. */
  KEEP_FINISHED_DAYS: z.coerce.number().int().min(30, "must be 30 or more").max(3_650).default(90),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "silent"]).default("info"),
  /** Comma-separated addresses of proxies whose X-Forwarded-For is believed. */
  TRUSTED_PROXIES: z.string().default(""),
  /** 1 lets webhooks go to addresses of private networks, over plain HTTP too. */
  WEBHOOK_ALLOW_PRIVATE: z.enum(["0", "1"]).default("0"),
  /** Lifts the per-address limits, for `npm run bench` only; the log says so at every start. */
  LIFT_RATE_LIMITS: z.enum(["0", "1"]).default("0"),
});

export type Env = z.infer<typeof envSchema> & { origins: string[]; isHttps: boolean };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Reads and checks the environment; throws one error that names every variable that is wrong. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const filled = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = envSchema.safeParse(filled);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The environment is not right:\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env;
  const given = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter((value) => value !== undefined).length;
  if (given !== 0 && given !== 3) {
    throw new Error(
      "The environment is not right:\n  OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: set all three for a sign-in, or none.",
    );
  }
  if (OIDC_ISSUER?.startsWith("http:") && !LOOPBACK.has(new URL(OIDC_ISSUER).hostname)) {
    throw new Error("The environment is not right:\n  OIDC_ISSUER: plain http is only for this machine; use https.");
  }
  const origin = env.APP_ORIGIN === undefined ? null : new URL(env.APP_ORIGIN);
  if (origin !== null && origin.protocol === "http:" && !LOOPBACK.has(origin.hostname) && env.ALLOW_HTTP !== "1") {
    throw new Error(
      "The environment is not right:\n  APP_ORIGIN: plain http is only for this machine. Use https, or set ALLOW_HTTP=1 if you accept that links travel unprotected.",
    );
  }
  if (origin?.protocol !== "https:" && !LOOPBACK.has(env.HOST) && env.HOST !== "::1" && env.ALLOW_HTTP !== "1") {
    throw new Error(
      "The environment is not right:\n  HOST: listening beyond this machine needs APP_ORIGIN with https, or ALLOW_HTTP=1 if you accept that links travel unprotected.",
    );
  }
  const origins = origin === null ? [...LOOPBACK].map((host) => `http://${host}:${env.PORT}`) : [origin.origin];
  return { ...env, DATA_DIR: resolve(env.DATA_DIR), origins, isHttps: origin?.protocol === "https:" };
}

/** The environment of this process; parsed once. */
export function env(): Env {
  const holder = globalThis as { __shortlistEnv?: Env };
  holder.__shortlistEnv ??= parseEnv(process.env);
  return holder.__shortlistEnv;
}
