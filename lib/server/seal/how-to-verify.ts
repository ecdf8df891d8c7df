import "server-only";
import { say } from "@/lib/domain/adr/say";
import type { Messages } from "@/lib/domain/messages/format";

export type HowToInput = {
  sha256: string;
  rootFingerprint: string;
  rootUrl: string;
  verifyUrl: string;
  verifierUrl: string;
  verifierSha256: string | null;
  messages: Messages;
};

/** The plain text inside a sealed file: four ways to check it, three of them without us. */
export function howToVerify({ verifierSha256, messages, ...rest }: HowToInput): string {
  const verifier = verifierSha256 === null ? "" : say(messages, "adr.pdf.howToVerifier", { sha256: verifierSha256 });
  return say(messages, "adr.pdf.howTo", { ...rest, verifier });
}
