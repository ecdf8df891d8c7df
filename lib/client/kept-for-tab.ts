/**
 * A word that lasts as long as the tab: for every screen of it and after a reload, for no other tab. Where storage is
 * blocked it lasts as long as the page.
 */
export function keptForTab(key: string) {
  let kept: string | null = null;
  return {
    read(): string | null {
      try {
        return sessionStorage.getItem(key) ?? kept;
      } catch {
        return kept;
      }
    },
    write(word: string): void {
      kept = word;
      try {
        sessionStorage.setItem(key, word);
      } catch {
        // `kept` has it until the next reload.
      }
    },
  };
}
