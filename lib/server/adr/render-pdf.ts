import "server-only";
import PDFDocument from "pdfkit";
import { say } from "@/lib/domain/adr/say";
import type { AdrDocument, AdrSectionId } from "@/lib/domain/adr/schema";
import type { Messages } from "@/lib/domain/messages/format";
import { SEALED_FILES } from "@/lib/domain/verify/sealed-parts";
import { drawRemark, drawSection } from "./draw-blocks";
import { drawFirstPage } from "./first-page";
import { loadFonts } from "./fonts";
import { drawFooters } from "./footer";
import { type Paper, Sheet } from "./sheet";
import { Typesetter } from "./typesetter";

export type AdrPdfInput = {
  document: AdrDocument;
  messages: Messages;
  /** The canonical text whose SHA-256 the document prints, attached as `record.json`. */
  recordText: string;
  /** The approvals as JSON text, attached as `approvals.json`. */
  approvalsText: string;
  /** Attached as well when the file is about to be sealed: the audit head, and how to check it all. */
  sealed?: { auditText: string; howToText: string };
  /** When the file says it was made; fixed by the caller so that the same input gives the same bytes. */
  createdAt: string;
  paper?: Paper;
  /** What the QR code opens; without it the code holds the hash itself. */
  verifyUrl?: string;
};

/**
 * The decision as a tagged PDF, the whole of it on the first page and the evidence behind it. Same input, same bytes.
 * `unprintable` lists the characters that no font here covers, which the text shows as U+XXXX. No conformance to PDF/A is
 * claimed: the markers are set, a validator has not run.
 */
export async function renderAdrPdf(input: AdrPdfInput): Promise<{ bytes: Uint8Array; unprintable: string[] }> {
  const fonts = await loadFonts(JSON.stringify(input.document));
  const doc = openDocument(input);
  const bytes = collect(doc);
  const type = new Typesetter(doc, fonts);
  const { document, messages, paper = "A4" } = input;
  const watermark = document.status === "accepted" ? null : say(messages, `adr.status.${document.status}`);
  const sheet = new Sheet(doc, type, { paper, watermark, quoted: (text) => say(messages, "adr.quoted", { text }) });
  const element = sheet.element("Sect", sheet.document, { title: say(messages, "adr.pdf.firstPage") });
  doc.outline.addItem(say(messages, "adr.pdf.firstPage"));

  sheet.newPage();
  const pageOf = new Map<AdrSectionId, number>();
  for (const section of document.sections) pageOf.set(section.id, drawSection(sheet, section));
  if (type.unprintable.size > 0) drawRemark(sheet, say(messages, "adr.pdf.unprintable"));

  // Drawn last, because it says on which pages the rest stands.
  doc.switchToPage(0);
  sheet.y = 48;
  drawFirstPage(sheet, { document, messages, element, pageOf });
  drawFooters(sheet, { document, messages, qrText: qrText(input), isSealed: input.sealed !== undefined });
  attach(doc, input);
  doc.end();
  return { bytes: await bytes, unprintable: [...type.unprintable].sort() };
}

function openDocument({ document, createdAt, paper = "A4" }: AdrPdfInput): PDFKit.PDFDocument {
  const date = new Date(createdAt);
  return new PDFDocument({
    pdfVersion: "1.7",
    subset: "PDF/A-3a",
    tagged: true,
    lang: document.lang,
    displayTitle: true,
    bufferPages: true,
    size: paper,
    margin: 0,
    // Without this pdfkit opens Helvetica, which a file with embedded fonts only must not name.
    font: "",
    info: {
      Title: `${document.label} · ${document.title}`,
      Author: document.people.decisionMakers.join(", "),
      ...(document.sha256 === null ? {} : { Keywords: `sha256:${document.sha256}` }),
      Producer: "Shortlist",
      Creator: "Shortlist",
      CreationDate: date,
      ModDate: date,
    },
  });
}

function attach(doc: PDFKit.PDFDocument, { recordText, approvalsText, sealed, createdAt, messages }: AdrPdfInput): void {
  const date = new Date(createdAt);
  const add = (name: string, text: string, { key, type = "application/json" }: { key: string; type?: string }) => {
    const relationship = name === SEALED_FILES.record ? "Source" : "Supplement";
    const options = { name, type, creationDate: date, modifiedDate: date, description: say(messages, `adr.pdf.${key}`), relationship };
    doc.file(Buffer.from(text, "utf8"), options);
  };
  add(SEALED_FILES.record, recordText, { key: "recordFile" });
  add(SEALED_FILES.approvals, approvalsText, { key: "approvalsFile" });
  if (sealed === undefined) return;
  add(SEALED_FILES.audit, sealed.auditText, { key: "auditFile" });
  add(SEALED_FILES.howTo, sealed.howToText, { key: "howToFile", type: "text/plain" });
}

function qrText({ document, verifyUrl }: AdrPdfInput): string | null {
  if (document.sha256 === null) return null;
  return verifyUrl ?? `sha256:${document.sha256}`;
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("error", reject);
    doc.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
}
