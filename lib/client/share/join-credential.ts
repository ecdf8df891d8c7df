"use client";

/** What opens a worksheet: the token of a link, or a join code. */
export type JoinCredential = { token: string } | { code: string };

/** Reads a code or a whole link that somebody typed or pasted; null when it is neither. Case and dashes of a code do not matter. */
export function parseJoinText(text: string): JoinCredential | null {
  const trimmed = text.trim();
  const token = /#([A-Za-z]{1,3}_[A-Za-z0-9_-]{20,190})$/.exec(trimmed)?.[1] ?? /^[A-Za-z]{1,3}_[A-Za-z0-9_-]{20,190}$/.exec(trimmed)?.[0];
  if (token) return { token };
  const code = trimmed.toUpperCase().replaceAll(/[\s-]/g, "");
  return /^[0-9A-Z]{4,12}$/.test(code) ? { code: `${code.slice(0, 4)}-${code.slice(4)}` } : null;
}

/** Links of a space begin with an s before their kind. */
export const isOfSpace = (credential: JoinCredential): boolean => "token" in credential && /^s[a-z]_/u.test(credential.token);

/** Hands a credential to the join page without putting it into a URL. */
export function passToJoinPage(credential: JoinCredential) {
  passed = credential;
}

/**
 * Takes the token out of the address bar, so that neither history nor a screenshot keeps it, and returns it; or what
 * another page of this tab has passed on. Null when there is neither.
 */
export function takeJoinCredential(): JoinCredential | null {
  const token = window.location.hash.slice(1);
  if (token) {
    window.history.replaceState(window.history.state, "", window.location.pathname);
    // A QR code on the big screen holds a code instead of a link.
    return parseJoinText(token) ?? { token: token.slice(0, 200) };
  }
  const taken = passed;
  passed = null;
  return taken;
}

let passed: JoinCredential | null = null;
