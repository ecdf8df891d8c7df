import "server-only";
import type { Configuration } from "openid-client";
import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import type { Credential } from "../access";
import { db } from "../db/client";
import { env } from "../env";
import { hashToken } from "../ids";
import { logger } from "../logger";
import { appendAudit } from "../worksheet/transaction";
import { requireSpace } from "./access";
import { grantSpace } from "./sessions";

/** What a sign-in that has begun must come back with; kept in a cookie of the browser that began it. */
export const pendingSignInSchema = z.object({
  state: z.string().max(200),
  nonce: z.string().max(200),
  verifier: z.string().max(200),
  /** The space in which somebody becomes findable by this sign-in; null to open those where they are already. */
  spaceId: z.string().max(64).nullable(),
});
export type PendingSignIn = z.infer<typeof pendingSignInSchema>;

/** Where to send the browser, and what it must bring back. */
export async function beginSignIn({ redirectUri, spaceId }: { redirectUri: string; spaceId: string | null }) {
  const config = await provider();
  const oidc = await library();
  const pending: PendingSignIn = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier(), spaceId };
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: "openid",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, pending };
}

type Finish = { callback: URL; pending: PendingSignIn; session: Credential | null };

/**
 * Opens every space in which the one who signed in is known, and makes them known in the space they came from. A sign-in lets
 * nobody in who was not in before: the first time somebody comes by a link.
 */
export async function finishSignIn({
  callback,
  pending,
  session,
}: Finish): Promise<{ sessionToken: string | null; spaceId: string | null }> {
  const subject = await subjectOf(callback, pending);
  const { spaceId } = pending;
  if (spaceId !== null && session !== null) await bind({ subject, spaceId, session });
  const members = await db().spaceMember.findMany({
    where: { subject, removedAt: null, space: { deletedAt: null } },
    orderBy: { createdAt: "asc" },
    select: { id: true, spaceId: true },
  });
  let token: string | null = null;
  await db().$transaction(async (tx) => {
    for (const member of members) {
      const current = token === null ? session : ({ kind: "session", hash: hashToken(token) } as const);
      token = await grantSpace(tx, { session: current, spaceId: member.spaceId, linkId: null, memberId: member.id });
      await appendAudit(tx, { worksheetId: member.spaceId, memberId: member.id, event: { type: "space_signed_in" } });
    }
  });
  const only = members.length === 1 ? (members[0]?.spaceId ?? null) : null;
  return { sessionToken: token, spaceId: spaceId ?? only };
}

async function subjectOf(callback: URL, { state, nonce, verifier }: PendingSignIn): Promise<string> {
  const config = await provider();
  const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true };
  const { authorizationCodeGrant } = await library();
  const tokens = await authorizationCodeGrant(config, callback, checks).catch((error: unknown) => {
    logger().warn({ reason: error instanceof Error ? error.name : "unknown" }, "a sign-in failed");
    throw new AppError("unauthenticated", "The sign-in did not succeed.");
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new AppError("unauthenticated", "The provider did not say who signed in.");
  return `${claims.iss} ${claims.sub}`;
}

/** Who is in the space by a link can come back by this sign-in; one who is known there already stays who they are. */
async function bind({ subject, spaceId, session }: { subject: string; spaceId: string; session: Credential }): Promise<void> {
  await db().$transaction(async (tx) => {
    const { memberId } = await requireSpace(session, spaceId, tx);
    const known = await tx.spaceMember.findUnique({ where: { spaceId_subject: { spaceId, subject } } });
    if (known !== null) return;
    const { count } = await tx.spaceMember.updateMany({ where: { id: memberId, subject: null }, data: { subject } });
    if (count > 0) await appendAudit(tx, { worksheetId: spaceId, memberId, event: { type: "sign_in_bound" } });
  });
}

/** Read at the first sign-in: most instances have no provider, and no start should wait for it. */
const library = () => import("openid-client");

/** The provider's own description, read once per process; a failure is asked again. */
function provider(): Promise<Configuration> {
  const holder = globalThis as { __shortlistProvider?: Promise<Configuration> };
  holder.__shortlistProvider ??= discover().catch((error: unknown) => {
    delete holder.__shortlistProvider;
    if (error instanceof AppError) throw error;
    logger().warn({ reason: error instanceof Error ? error.name : "unknown" }, "the sign-in provider does not answer");
    throw new AppError("unavailable", "The sign-in provider does not answer. Links work.");
  });
  return holder.__shortlistProvider;
}

async function discover(): Promise<Configuration> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  if (OIDC_ISSUER === undefined || OIDC_CLIENT_ID === undefined) throw new AppError("not_found", "No sign-in is configured here.");
  const { allowInsecureRequests, discovery } = await library();
  const options = OIDC_ISSUER.startsWith("http:") ? { execute: [allowInsecureRequests], timeout: TIMEOUT_S } : { timeout: TIMEOUT_S };
  return discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, options);
}

const TIMEOUT_S = 10;
