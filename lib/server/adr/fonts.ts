import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Coverage, readCoverage } from "./font-coverage";
import { withoutTable } from "./without-table";

export type FontName = "text" | "figures" | "bold" | "serif" | "wide" | "wideBold";
type LoadedFont = { bytes: Buffer; covers: Coverage };
export type Fonts = Record<FontName, LoadedFont>;

/** Static cuts: pdfkit cannot embed one instance of a variable font. */
const FILES: Record<FontName, string> = {
  text: "inter/400Regular/Inter_400Regular.ttf",
  figures: "inter/400Regular/Inter_400Regular.ttf",
  bold: "inter/600SemiBold/Inter_600SemiBold.ttf",
  serif: "source-serif-4/500Medium/SourceSerif4_500Medium.ttf",
  wide: "noto-sans/400Regular/NotoSans_400Regular.ttf",
  wideBold: "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
};

/** Which fonts are tried for a character, in order. */
export const FALLBACKS: Record<"text" | "figures" | "bold" | "serif", readonly FontName[]> = {
  text: ["text", "wide"],
  figures: ["figures", "wide"],
  bold: ["bold", "wideBold"],
  serif: ["serif", "text", "wide"],
};

let loading: Promise<Fonts> | null = null;

/** The fonts of the PDF with what they cover, read from disk once per process. */
export function loadFonts(): Promise<Fonts> {
  loading ??= readFonts().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function readFonts(): Promise<Fonts> {
  const [text, figures, bold, serif, wide, wideBold] = await Promise.all([
    readFont("text"),
    readFont("figures"),
    readFont("bold"),
    readFont("serif"),
    readFont("wide"),
    readFont("wideBold"),
  ]);
  return { text, figures, bold, serif, wide, wideBold };
}

async function readFont(name: FontName): Promise<LoadedFont> {
  const file = await readFile(join(process.cwd(), "node_modules", "@expo-google-fonts", FILES[name]));
  const bytes = name === "figures" ? file : withoutTable(file, "GSUB");
  return { bytes, covers: readCoverage(bytes) };
}
