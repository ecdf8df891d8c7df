/**
 * The candidate that a written choice names: finalists first, then everything else, the longest name first, so that
 * "PostgreSQL" is not found inside "Aurora PostgreSQL". Null when the sentence names none.
 * @example chosenCandidate("We will use PostgreSQL on RDS.", candidates) // "postgresql"
 */
export function chosenCandidate(choice: string, candidates: readonly { id: string; name: string; status: string }[]): string | null {
  const text = choice.toLowerCase();
  const ordered = candidates.toSorted(
    (a, b) => Number(b.status === "shortlisted") - Number(a.status === "shortlisted") || b.name.length - a.name.length,
  );
  return ordered.find((candidate) => text.includes(candidate.name.toLowerCase()))?.id ?? null;
}
