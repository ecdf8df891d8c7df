import "server-only";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Coverage, readCoverage } from "./font-coverage";
import { withoutTable } from "./without-table";

type BaseName = "text" | "figures" | "bold" | "serif" | "wide" | "wideBold";
type ScriptName = "arabic" | "hebrew" | "devanagari" | "thai" | "han" | "japanese" | "hangul" | "emoji";
export type FontName = BaseName | ScriptName;
type LoadedFont = { bytes: Buffer; covers: Coverage };
export type Fonts = Partial<Record<FontName, LoadedFont>>;

/** Static cuts: pdfkit cannot embed one instance of a variable font. */
const FILES: Record<FontName, string> = {
  text: "inter/400Regular/Inter_400Regular.ttf",
  figures: "inter/400Regular/Inter_400Regular.ttf",
  bold: "inter/600SemiBold/Inter_600SemiBold.ttf",
  serif: "source-serif-4/500Medium/SourceSerif4_500Medium.ttf",
  wide: "noto-sans/400Regular/NotoSans_400Regular.ttf",
  wideBold: "noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
  arabic: "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  hebrew: "noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf",
  devanagari: "noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
  thai: "noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf",
  han: "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  japanese: "noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf",
  hangul: "noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf",
  emoji: "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
};

const BASE: readonly BaseName[] = ["text", "figures", "bold", "serif", "wide", "wideBold"];

/** Letters of Japanese alone, those of half width too. */
const KANA = /[\u3041-\u30fa\u31f0-\u31ff\uff66-\uff9d]/u;

/** Which texts need a font beside those: the three of East Asia have 22 MB, which most decisions never touch. */
const NEEDED_FOR: Record<ScriptName, RegExp> = {
  arabic: /\p{Script_Extensions=Arabic}/u,
  hebrew: /\p{Script=Hebrew}/u,
  devanagari: /\p{Script_Extensions=Devanagari}/u,
  thai: /\p{Script=Thai}/u,
  han: /[\u3000-\u30ff\u31f0-\u31ff\u3200-\u4dbf\uff00-\uff9f]|\p{Script=Han}/u,
  japanese: KANA,
  hangul: /\p{Script=Hangul}/u,
  emoji: /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u2190-\u2bff]/u,
};
const SCRIPTS = Object.keys(NEEDED_FOR) as ScriptName[];

/** What carries letter forms that depend on their neighbours; everywhere else they only cost time. */
const SHAPED: readonly FontName[] = ["figures", "arabic", "hebrew", "devanagari", "thai"];

const AFTER: readonly FontName[] = ["hebrew", "arabic", "thai", "han", "japanese", "hangul", "emoji"];
/** Which fonts are tried for a character, in order. The wide one has Devanagari too, but here without its letter forms. */
export const FALLBACKS: Record<"text" | "figures" | "bold" | "serif", readonly FontName[]> = {
  text: ["text", "devanagari", "wide", ...AFTER],
  figures: ["figures", "devanagari", "wide", ...AFTER],
  bold: ["bold", "devanagari", "wideBold", ...AFTER],
  serif: ["serif", "text", "devanagari", "wide", ...AFTER],
};

/**
 * Whether a text is drawn as in Japanese, for Unicode gives one code to characters that Chinese and Japanese draw differently: it has
 * kana, or it stands in a document that has some and the Japanese face knows every character of it. That face lacks the simplified
 * characters of Chinese, which tell a Chinese text in a Japanese document.
 */
export function readsJapanese(text: string, { japanese }: Fonts): boolean {
  if (japanese === undefined) return false;
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return KANA.test(text) || han.every((character) => japanese.covers(character.codePointAt(0) ?? 0));
}

const loading = new Map<FontName, Promise<LoadedFont>>();

/** The fonts that a text needs with what they cover, each read from disk once per process. */
export async function loadFonts(text: string): Promise<Fonts> {
  const names = [...BASE, ...SCRIPTS.filter((name) => NEEDED_FOR[name].test(text))];
  const loaded = await Promise.all(names.map(async (name) => [name, await loadFont(name)] as const));
  return Object.fromEntries(loaded);
}

function loadFont(name: FontName): Promise<LoadedFont> {
  const known = loading.get(name);
  if (known !== undefined) return known;
  const reading = readFont(name).catch((error: unknown) => {
    loading.delete(name);
    throw error;
  });
  loading.set(name, reading);
  return reading;
}

async function readFont(name: FontName): Promise<LoadedFont> {
  const file = await readFile(join(process.cwd(), "node_modules", "@expo-google-fonts", FILES[name]));
  const bytes = SHAPED.includes(name) ? file : withoutTable(file, "GSUB");
  return { bytes, covers: readCoverage(bytes) };
}
