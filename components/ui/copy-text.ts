/** `navigator.clipboard` exists only in secure contexts; a workshop server on the LAN is often plain HTTP. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    // An open dialog keeps the focus to itself, so the helper has to stand inside it.
    const host = document.activeElement?.closest("dialog, [role=dialog]") ?? document.body;
    host.append(area);
    area.select();
    const isCopied = document.execCommand("copy");
    area.remove();
    return isCopied;
  }
}
