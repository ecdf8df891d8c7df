/** Worksheets whose return link was made since this page was loaded. Apart from the links, which few pages need. */
const worksheets = new Set<string>();

export const noteReturnMade = (worksheetId: string): void => void worksheets.add(worksheetId);

export const isReturnJustMade = (worksheetId: string): boolean => worksheets.has(worksheetId);
