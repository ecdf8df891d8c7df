import "server-only";
import type { RawOperation } from "@/lib/domain/api-docs/schema";

type Parameter = NonNullable<RawOperation["parameters"]>[number];
type Words = { description: string; example?: string };

/** What a parameter means wherever it occurs, and a value that exists everywhere, where there is one. */
const BY_NAME: Readonly<Record<string, Words>> = {
  approverId: { description: "Approver's id, as the sign-off set-up lists it" },
  candidate: { description: "Catalogue id, or the id of a candidate you added", example: "postgresql" },
  cardId: { description: "Premortem card's id" },
  commentId: { description: "Comment's id" },
  cursor: { description: "nextCursor of the page before" },
  deliveryId: { description: "Delivery's id, as the list of webhooks shows it" },
  engine: { description: "Catalogue id, for example postgresql" },
  entryId: { description: "Id of a line of the log" },
  feedId: { description: "Calendar address's id" },
  field: { description: "Full path of a field", example: "scale.y3.writes_s" },
  file: { description: "", example: "cost-against-load.svg" },
  key: { description: "What is set: workload.…, slot.A, own.…, today, horizon", example: "workload.requestsPerDay" },
  keyId: { description: "Key's id, as the list of keys shows it" },
  linkId: { description: "Link's id, as the list of links shows it" },
  memberId: { description: "Member's id" },
  n: { description: "Revision, counted from 1", example: "1" },
  number: { description: "ADR number", example: "7" },
  priceId: { description: "Id of a price of the price book", example: "aws.dynamodb.od.wru" },
  q: { description: "Words, “a phrase”, -not, or an ADR number" },
  question: { description: "", example: "scale" },
  replaces: { description: "Id of the worksheet that was to be replaced" },
  reviewId: { description: "Review's id, as the list of reviews shows it" },
  revision: { description: "Revision, counted from 1; the latest when left out" },
  roundId: { description: "Consent round's id" },
  section: { description: "", example: "why" },
  systemId: { description: "Catalogue id", example: "postgresql" },
  tag: { description: "A tag of the log, as its facets list them" },
  webhookId: { description: "Webhook's id" },
};

/** A parameter with what its name says, where the route says nothing itself. */
export function withWords(parameter: Parameter): Parameter {
  const words = BY_NAME[parameter.name];
  if (words === undefined) return parameter;
  const { description, example } = words;
  const said = parameter.description ?? (description === "" ? undefined : description);
  const shown = parameter.in === "path" ? (parameter.example ?? example) : parameter.example;
  return { ...parameter, ...(said === undefined ? {} : { description: said }), ...(shown === undefined ? {} : { example: shown }) };
}
