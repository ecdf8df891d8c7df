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
 * kana, or it stands in a document that has some, the Japanese face knows every character of it, and nothing in it is written as only
 * Chinese does. That face lacks the simplified characters; the traditional ones it has, so words and old forms tell those.
 */
export function readsJapanese(text: string, { japanese }: Fonts): boolean {
  if (japanese === undefined) return false;
  if (KANA.test(text)) return true;
  const han = text.match(/\p{Script=Han}/gu) ?? [];
  return !isTraditionalChinese(han) && han.every((character) => japanese.covers(character.codePointAt(0) ?? 0));
}

/** Words of every Chinese text that Japanese does not have. */
const CHINESE_WORDS = new Set("們這哪嗎麼呢吧啊很她您妳啦喔");
/** Forms that Japanese gave up in 1946, and Chinese outside the mainland did not (常用漢字表). */
const OLD_FORMS = new Set(
  "亞惡壓圍醫隱榮營驛圓鹽應歐毆櫻價畫會壞懷繪擴殼覺學樂勸關觀氣歸龜僞戲犧舊據舉虛峽挾狹曉區驅勳徑溪經繼莖螢輕鷄藝擊縣儉劍檢權獻險顯驗嚴廣國黑濟齋劑" +
    "雜參慘棧蠶贊殘絲齒兒辭濕實寫釋從獸縱肅處將燒稱證乘壤條淨疊讓釀囑觸寢晉盡圖粹穗隨髓數樞聲靜齊攝竊專戰淺潛纖踐錢禪雙壯搜插爭總聰莊裝騷藏屬續墮對帶滯" +
    "臺瀧擇澤單擔膽團彈斷癡遲晝蟲鑄廳聽鎮遞鐵轉點傳黨盜燈當獨讀屆繩貳惱腦霸廢賣麥發髮蠻濱拂佛變辯邊辨瓣寶豐沒滿藥譯豫餘與譽搖樣謠來賴亂覽龍兩獵綠鄰隸靈" +
    "齡勞爐樓祿灣說稅銳悅閱",
);

/** A few characters may be the name of somebody Japanese, who often keeps an old form; they follow their document. */
const LONGER_THAN_A_NAME = 5;

function isTraditionalChinese(han: readonly string[]): boolean {
  if (han.some((character) => CHINESE_WORDS.has(character))) return true;
  return han.length > LONGER_THAN_A_NAME && han.filter((character) => OLD_FORMS.has(character)).length >= 2;
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
