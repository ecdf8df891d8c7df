import { copyText } from "@/components/ui/copy-text";

export type Copied = "copied" | "saved" | "failed";

/** Puts an SVG on the clipboard as text, which drawing programs, editors and wikis take. */
export async function copySvg(svg: string): Promise<Copied> {
  return (await copyText(svg)) ? "copied" : "failed";
}

/** Puts an SVG on the clipboard as a picture; where the browser has no clipboard for pictures, the picture is saved as a file. */
export async function copyPng(svg: string, fileName: string): Promise<Copied> {
  const picture = await pictureOf(svg).catch(() => null);
  if (picture === null) return "failed";
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
    return "copied";
  } catch {
    // Plain HTTP on a LAN has no clipboard for pictures, and some browsers ask and are refused.
    return save(picture, fileName);
  }
}

/** Twice the size, so that it stays sharp where it is pasted. */
const SCALE = 2;

async function pictureOf(svg: string): Promise<Blob | null> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = image.naturalWidth * SCALE;
  canvas.height = image.naturalHeight * SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function save(picture: Blob, fileName: string): Copied {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(picture);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
  return "saved";
}
