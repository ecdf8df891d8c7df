import type { RevisionReply } from "@/lib/client/sign-off/revision-reply";

/** The name behind a person of the record; their id there when it was erased. */
export function personOf({ people }: Pick<RevisionReply, "people">, id: string): string {
  return people.find((person) => person.id === id)?.name ?? id;
}
