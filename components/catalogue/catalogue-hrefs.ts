export const CATALOGUE_HREF = "/catalogue";

export function systemHref(id: string): string {
  return `${CATALOGUE_HREF}/${encodeURIComponent(id)}`;
}
