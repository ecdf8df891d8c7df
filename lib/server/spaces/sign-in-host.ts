import "server-only";
import { env } from "../env";

/** The provider's host for a button's words, or null where none is configured. */
export function signInHost(): string | null {
  const { OIDC_ISSUER } = env();
  return OIDC_ISSUER === undefined ? null : new URL(OIDC_ISSUER).host;
}
