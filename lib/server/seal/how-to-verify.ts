import "server-only";
import { say } from "@/lib/domain/adr/say";
import { DOCUMENT_MESSAGES } from "../messages";

export type HowToInput = {
  sha256: string;
  rootFingerprint: string;
  rootUrl: string;
  verifyUrl: string;
  verifierUrl: string;
  verifierSha256: string | null;
};

/** The plain text inside a sealed file: four ways to check it, three of them without us. */
export function howToVerify({ verifierSha256, ...rest }: HowToInput): string {
  const verifier = verifierSha256 === null ? "" : say(DOCUMENT_MESSAGES, "adr.pdf.howToVerifier", { sha256: verifierSha256 });
  return say(DOCUMENT_MESSAGES, "adr.pdf.howTo", { ...rest, verifier });
}
