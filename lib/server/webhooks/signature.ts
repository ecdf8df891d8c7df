import "server-only";
import { createHmac } from "node:crypto";

/**
 * The signature header: `t=<seconds>,v1=<hex of HMAC-SHA256(secret, t + "." + body)>`. The time is inside what is signed, so
 * that a receiver can refuse what is older than it likes (docs/operate.md).
 */
export function signatureHeader({ secret, body, at }: { secret: string; body: string; at: Date }): string {
  const t = Math.floor(at.getTime() / 1000);
  const v1 = createHmac("sha256", secret).update(`${t}.${body}`).digest("hex");
  return `t=${t},v1=${v1}`;
}
