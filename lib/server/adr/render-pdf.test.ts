import { describe, expect, it } from "vitest";
import { anAdrInput } from "@/lib/domain/adr/builders";
import { type AdrInput, composeAdr } from "@/lib/domain/adr/compose-adr";
import { aCandidate, anApproval, aRecordInput } from "@/lib/domain/record/builders";
import { canonicalise } from "@/lib/domain/record/canonicalise";
import { sha256Hex } from "@/lib/domain/record/sha256";
import adr from "@/messages/en/adr.json";
import costs from "@/messages/en/costs.json";
import fields from "@/messages/en/fields.json";
import { inflatedStreams, poppler, type WordBox, wordBoxes } from "./pdf-probe";
import { type AdrPdfInput, renderAdrPdf } from "./render-pdf";

const messages = { adr, costs, fields };
const LONG = "We keep orders, stock and payments together because a crash between them costs a day of phone calls. ".repeat(40);

function render(input: AdrInput, over: Partial<AdrPdfInput> = {}) {
  const recordText = canonicalise(input.record);
  const fixed = { document: composeAdr(input), messages, recordText, approvalsText: "[]", createdAt: "2026-11-20T14:05:00.000Z" };
  return renderAdrPdf({ ...fixed, ...over });
}

function anEvaluation(systems: number) {
  const statuses = ["shortlisted", "near-miss", "eliminated", "eliminated", "filed"] as const;
  const candidates = Array.from({ length: systems }, (_, i) => aCandidate(`s${i}`, `System ${i}`, statuses[i % 5] ?? "eliminated"));
  return { ...aRecordInput().evaluation, candidates };
}

function aHostileInput() {
  const sections = (["choice", "why", "alternatives", "dissent", "exit_plan", "consequences_bad"] as const).map((section) => ({
    section,
    text: LONG,
  }));
  return anAdrInput(messages, {
    record: {
      worksheet: { id: "w", timeZone: "UTC", scope: LONG, title: `${"W".repeat(120)} Ελληνικά русский 日本 \u202Eevil 😀` },
      sections: [...sections, { section: "reconsider", text: `- ${LONG.slice(0, 200)}\n`.repeat(20) }],
      evaluation: anEvaluation(87),
    },
    approvals: Array.from({ length: 60 }, (_, i) =>
      anApproval({
        name: i % 7 === 0 ? "N".repeat(79) : `Approver ${i}`,
        verdict: "approve_with_reservation",
        comment: i % 5 === 0 ? LONG.slice(0, 1900) : "fine",
      }),
    ),
  });
}

const hostile = new Map<string, ReturnType<typeof render>>();

function renderHostile(paper: "A4" | "LETTER" = "A4") {
  const made = hostile.get(paper) ?? render(aHostileInput(), { paper });
  hostile.set(paper, made);
  return made;
}

function overlaps(a: WordBox, b: WordBox) {
  const width = Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin);
  // Boxes include ascenders and line gaps, so lines touch; half a line is a real overlap.
  const height = Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin);
  return width > 1 && height > 0.5 * Math.min(a.yMax - a.yMin, b.yMax - b.yMin);
}

describe("renderAdrPdf", () => {
  it("carries the record, prints its hash and says what the file is", async () => {
    const input = anAdrInput(messages, { approvals: [anApproval()] });
    const { bytes, unprintable } = await render(input);
    const record = inflatedStreams(bytes).find((stream) => stream.startsWith('{"answers"'));
    expect(sha256Hex(record ?? "")).toBe(input.sha256);
    expect(unprintable).toEqual([]);
    const text = poppler("pdftotext", bytes);
    if (text !== null) {
      expect(text).toContain(input.sha256);
      expect(text.replaceAll(/\s/g, "")).toContain(`RecordSHA-256${input.sha256}`);
      expect(text).toContain("It is not a legal signature.");
      expect(text).not.toMatch(/PDF\/A|integrity seal/);
    }
  });

  it("says what replaces it and what it replaces, in one line on the first page and in full behind it", async () => {
    const link = { number: 1, title: "Where do orders live?", fileName: "0001-a.md", isPartial: false };
    const relations = {
      supersededBy: [{ ...link, number: 9, title: "Who keeps returns?", isPartial: true, note: "Returns moved out" }],
      supersedes: [
        { ...link, note: "13 times the writes" },
        { ...link, number: null, title: `Imported ${"long ".repeat(20)}` },
      ],
    };
    const { bytes } = await render(anAdrInput(messages, { relations }));
    const [first, behind] = ["1", "2"].map((page) => poppler("pdftotext", bytes, ["-f", page, "-l", page]));
    if (!first || !behind) return;
    const lines = [
      "Superseded in part by ADR-0009 “Who keeps returns?”: Returns moved out",
      "Supersedes ADR-0001 “Where do orders live?”: 13",
    ];
    expect(first).toContain(`${lines[0]} · Supersedes ADR-0001`);
    expect(first).not.toContain("Imported");
    expect(behind).toContain("In the decision log");
    expect(behind.replaceAll(/\s+/g, " ")).toContain(`${lines[1]} times the writes • Supersedes “Imported long`);
    expect(poppler("pdftotext", (await render(anAdrInput(messages))).bytes)).not.toMatch(/Supersede|In the decision log/u);
  });

  it("is a tagged PDF 1.7 with a title, a language and embedded fonts, and ends where it should", async () => {
    const { bytes } = await render(anAdrInput(messages));
    const raw = Buffer.from(bytes).toString("latin1");
    expect(raw).toMatch(/^%PDF-1\.7/);
    expect(raw.trimEnd()).toMatch(/%%EOF$/);
    for (const part of ["/Marked true", "/Lang (en)", "/DisplayDocTitle true", "/AFRelationship /Source", "/Outlines", "/StructTreeRoot"]) {
      expect(raw).toContain(part);
    }
    expect(raw).not.toContain("/Helvetica");
    expect(poppler("pdfinfo", bytes) ?? "Tagged: yes").toMatch(/Tagged:\s+yes/);
    const fonts = poppler("pdffonts", bytes)?.trim().split("\n").slice(2) ?? [];
    for (const font of fonts) expect(font).toMatch(/yes yes yes/);
  });

  it("gives the same bytes for the same input", async () => {
    const [once, twice] = [await render(anAdrInput(messages)), await render(anAdrInput(messages))];
    expect(Buffer.from(twice.bytes).equals(Buffer.from(once.bytes))).toBe(true);
  });

  it.each(["A4", "LETTER"] as const)("keeps a hostile title, 60 approvers and endless texts apart and on the %s page", async (paper) => {
    const { bytes } = await renderHostile(paper);
    const boxes = wordBoxes(bytes);
    if (boxes === null) return expect(Buffer.from(bytes).toString("latin1").trimEnd()).toMatch(/%%EOF$/);
    const [right, bottom] = paper === "A4" ? [595.28 - 50, 841.89 - 36] : [612 - 50, 792 - 36];
    for (const box of boxes) {
      expect(box.xMin).toBeGreaterThan(50);
      expect(box.xMax).toBeLessThan(right);
      expect(box.yMax).toBeLessThan(bottom);
    }
    const first = boxes.filter((box) => box.page === 1);
    const clashes = first.flatMap((a, i) =>
      first
        .slice(i + 1)
        .filter((b) => overlaps(a, b))
        .map((b) => `${a.text} × ${b.text}`),
    );
    expect(clashes).toEqual([]);
    expect(poppler("pdftotext", bytes, ["-l", "1"])).toMatch(/Continued on page 2\.[\s\S]*\d+ more on page \d+\./);
  });

  it("prints every approver and every candidate somewhere", async () => {
    const { bytes } = await renderHostile();
    const text = poppler("pdftotext", bytes, ["-layout"]);
    if (text === null) return;
    for (let i = 0; i < 87; i += 1) expect(text).toMatch(new RegExp(`^\\s*System ${i}\\b`, "m"));
    for (const i of [1, 29, 59]) expect(text).toContain(`Approver ${i}`);
  });

  it("prints what no font covers as U+XXXX and says so", async () => {
    const { bytes, unprintable } = await renderHostile();
    expect(unprintable).toEqual(["U+202E"]);
    const text = poppler("pdftotext", bytes);
    if (text !== null) expect(text.replaceAll(/\s+/g, " ")).toContain("Ελληνικά русский 日本 U+202E evil");
  });

  it.each([
    ["Greek", "Ελληνική βάση"],
    ["Cyrillic", "Русская база"],
    ["Chinese", "我们使用数据库，因为订单"],
    ["Japanese", "データベースを使います。"],
    ["Korean", "우리는 데이터베이스로"],
    ["Arabic", "نستخدم قاعدة بيانات"],
    ["Hebrew", "אנחנו משתמשים"],
    ["Devanagari", "हम ऑर्डर के लिए उपयोग करते हैं"],
    ["Thai", "เราใช้ฐานข้อมูล"],
    ["emoji", "😀 👍🏽 👩‍💻 ✅ ⚠️ 🇩🇪 1️⃣ →"],
  ])("prints %s with a font that has it", async (script, words) => {
    const { bytes, unprintable } = await render(anAdrInput(messages, { record: { sections: [{ section: "choice", text: words }] } }));
    expect(unprintable).toEqual([]);
    const text = poppler("pdftotext", bytes)?.replaceAll(/\s/gu, "") ?? null;
    // Right-to-left text and emoji come out of a PDF in an order of the reader's own.
    if (text !== null && !["Arabic", "Hebrew", "emoji"].includes(script))
      expect(text).toContain(words.normalize("NFC").replaceAll(/\s/gu, ""));
  });

  it.each([
    ["Japanese has its own face, a title without kana too", { title: "直接決定", choice: "直接のデータ" }, ["NotoSansJP"]],
    ["Chinese has its own face", { title: "直接决定", choice: "我们使用直接数据" }, ["NotoSansSC"]],
    [
      "a Chinese text in a Japanese document keeps its face",
      { title: "直接のデータ", choice: "我们使用直接数据" },
      ["NotoSansJP", "NotoSansSC"],
    ],
    ["one in traditional characters too", { title: "直接のデータ", choice: "資料庫應與團隊經驗一致" }, ["NotoSansJP", "NotoSansSC"]],
    ["a Japanese name in old forms stays Japanese", { title: "直接のデータ", choice: "齋藤國廣" }, ["NotoSansJP"]],
  ])("draws characters that Chinese and Japanese share as each writes them: %s", async (_, { title, choice }, faces) => {
    const worksheet = { ...aRecordInput().worksheet, title };
    const record = { worksheet, sections: [{ section: "choice" as const, text: choice }] };
    const { bytes } = await render(anAdrInput(messages, { record }));
    const fonts = poppler("pdffonts", bytes);
    if (fonts !== null) expect([...new Set(fonts.match(/NotoSans(?:JP|SC|KR)/gu))].sort()).toEqual(faces);
  });

  it("names what no font here has", async () => {
    const { unprintable } = await render(
      anAdrInput(messages, { record: { sections: [{ section: "choice", text: "\u{20BB7} \u{13000}" }] } }),
    );
    expect(unprintable).toEqual(["U+13000", "U+20BB7"]);
  });

  it("sets what is written from right to left on the right, line by line", async () => {
    const text = "We keep it.\nאנחנו בוחרים ב-PostgreSQL 18 (מאז 2021).\n今後の運用";
    const sections = [...aRecordInput().sections.filter(({ section }) => section !== "why"), { section: "why" as const, text }];
    const { bytes, unprintable } = await render(anAdrInput(messages, { record: { sections } }));
    expect(unprintable).toEqual([]);
    const boxes = wordBoxes(bytes)?.flat() ?? [];
    if (boxes.length === 0) return;
    const end = (word: string) => Math.max(...boxes.filter((box) => box.text.includes(word)).map(({ xMax }) => xMax));
    expect(end("אנחנו")).toBeGreaterThan(400);
  });

  it("writes the status across a page that is not accepted, and no hash on a draft", async () => {
    const draft = { status: "draft", number: null, decidedAt: null, sha256: null, revision: null } as const;
    const { bytes } = await render(anAdrInput(messages, draft));
    const text = poppler("pdftotext", bytes);
    if (text === null) return;
    expect(text).toContain("Draft");
    expect(text).toContain("Not frozen yet");
    expect(text).not.toMatch(/[0-9a-f]{64}/);
  });

  it("prints a worksheet on which nobody wrote anything", async () => {
    const evaluation = { ...anEvaluation(0), warnings: [], openAssumptions: [], survival: null };
    const record = { frame: {}, answers: [], positions: [], sections: [], chosen: null, evaluation, costs: null, reconsider: [] };
    const draft = { status: "draft", number: null, decidedAt: null, sha256: null, revision: null } as const;
    const { bytes } = await render(anAdrInput(messages, { ...draft, record }));
    expect(Buffer.from(bytes).toString("latin1").trimEnd()).toMatch(/%%EOF$/);
    expect(poppler("pdftotext", bytes) ?? "No choice has been written yet.").toContain("No choice has been written yet.");
  });
});
