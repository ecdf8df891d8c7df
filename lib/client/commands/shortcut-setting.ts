const KEY = "shortlist.shortcuts";

/** Single-letter shortcuts are on until this browser turned them off. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== "off";
  } catch {
    return true;
  }
}

export function setShortcuts(isOn: boolean) {
  try {
    localStorage.setItem(KEY, isOn ? "on" : "off");
  } catch {
    // Blocked storage: the choice lasts as long as the page.
  }
}
