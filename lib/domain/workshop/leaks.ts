export type Canaries = { number: number; words: readonly string[] };
export type Heard = { where: string; text: string };

/**
 * Where marked answers can be read: the labels of all texts that hold one, in their order and each once. A number is looked
 * for plain and with separators, as screens print it.
 * @example findLeaks([{ where: "GET /w", text: "x 735,190 y" }], { number: 735190, words: [] }) // ["GET /w"]
 */
export function findLeaks(heard: readonly Heard[], { number, words }: Canaries): string[] {
  const forms = [String(number), number.toLocaleString("en"), ...words];
  const leaks = heard.filter(({ text }) => forms.some((form) => text.includes(form))).map(({ where }) => where);
  return [...new Set(leaks)];
}
