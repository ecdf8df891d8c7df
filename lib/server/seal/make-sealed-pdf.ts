import "server-only";
import { createHash } from "node:crypto";
import { type AdrInput, composeAdr } from "@/lib/domain/adr/compose-adr";
import { say } from "@/lib/domain/adr/say";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import type { SealedApprovals, SealedAudit } from "@/lib/domain/verify/sealed-parts";
import { renderAdrPdf } from "../adr/render-pdf";
import type { Paper } from "../adr/sheet";
import { recordMessages } from "../messages";
import { howToVerify } from "./how-to-verify";
import { type SealPdfInput, sealPdf } from "./seal-pdf";

/** Everything a sealed file follows from. The body depends on nothing else: no clock, no address, no chance. */
export type BodyInput = {
  document: Omit<AdrInput, "messages" | "seal">;
  canonical: string;
  approvals: SealedApprovals;
  audit: SealedAudit;
  paper: Paper;
  createdAt: string;
  origin: string;
  rootFingerprint: string;
  verifierSha256: string | null;
};
type MakeInput = { body: BodyInput; seal: Omit<SealPdfInput, "body" | "reason"> };
export type MadePdf = { pdf: Uint8Array; sha256: string; bodySha256: string; level: "B-B" | "B-T"; unprintable: string[] };

/** The PDF before the seal: the same input gives the same bytes. */
export async function makeBody(input: BodyInput): Promise<{ bytes: Uint8Array; unprintable: string[] }> {
  const { document, canonical, approvals, audit, paper, createdAt, origin, rootFingerprint, verifierSha256 } = input;
  const [verifyUrl, rootUrl] = [`${origin}/verify`, `${origin}/.well-known/shortlist-root.pem`];
  const messages = recordMessages(document.record);
  const seal = { rootFingerprint, rootUrl, verifyUrl, verifierSha256 };
  return renderAdrPdf({
    document: composeAdr({ ...document, seal, messages }),
    messages,
    recordText: canonical,
    approvalsText: canonicalise(approvals),
    sealed: {
      auditText: canonicalise(audit),
      howToText: howToVerify({ ...seal, sha256: approvals.sha256, verifierUrl: `${origin}/verify/offline`, messages }),
    },
    createdAt,
    paper,
    verifyUrl: `${verifyUrl}#${approvals.sha256}`,
  });
}

export async function makeSealedPdf({ body, seal }: MakeInput): Promise<MadePdf> {
  const { bytes, unprintable } = await makeBody(body);
  const sealed = await sealPdf({ ...seal, body: bytes, reason: say(recordMessages(body.document.record), "adr.pdf.sealReason") });
  return { pdf: sealed.bytes, sha256: hashOf(sealed.bytes), bodySha256: hashOf(bytes), level: sealed.level, unprintable };
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
