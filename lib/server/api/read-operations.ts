import "server-only";
import { operationsOf } from "@/lib/domain/api-docs/operations";
import type { OpenApi, Operation } from "@/lib/domain/api-docs/schema";
import { env } from "../env";
import type { Api } from "./context";
import { openApiDocument } from "./openapi";

export type OperationGroup = { slug: string; tag: string; operations: Operation[] };

/**
 * The calls by group, in the document's order, for the pages that show them; and the origin to put into commands. Asks the API
 * that the process built at its start; only a host that runs Next alone builds it here, with the first page.
 */
export async function readOperations(): Promise<{ origin: string; groups: OperationGroup[] }> {
  const holder = globalThis as { __shortlistOperations?: OperationGroup[]; __shortlistApi?: Api };
  const api = holder.__shortlistApi ?? (await import("./app")).api();
  const origin = env().origins[0] ?? "";
  holder.__shortlistOperations ??= groupsOf(operationsOf(openApiDocument(api, origin) as unknown as OpenApi));
  return { origin, groups: holder.__shortlistOperations };
}

function groupsOf(operations: readonly Operation[]): OperationGroup[] {
  const tags = [...new Set(operations.map(({ tag }) => tag))];
  return tags.map((tag) => ({
    tag,
    slug: tag.toLowerCase().replaceAll(/[^a-z0-9]+/gu, "-"),
    operations: operations.filter((operation) => operation.tag === tag),
  }));
}
