import { routes } from "./routes";

/** The shortlist and what can be done with it, each at its own address. Apart from the other hrefs, which every page carries. */
export const SHORTLIST_PARTS = ["list", "what-if", "tie-break", "compare", "matrix", "add", "rerun"] as const;
export type ShortlistPart = (typeof SHORTLIST_PARTS)[number];

export function shortlistPart(id: string, part: ShortlistPart): string {
  return part === "list" ? routes.shortlist(id) : `${routes.shortlist(id)}/${part}`;
}
