import "server-only";
import { KEY_CALLS_PER_MINUTE, keyScopeSchema } from "@/lib/domain/space/api-keys";
import type { Api } from "./context";
import { withDocs } from "./operation-docs";

/** OpenAPI 3.1, generated from the same zod schemas that validate the requests. */
export function openApiDocument(api: Api, origin: string) {
  const document = api.getOpenAPI31Document({
    openapi: "3.1.0",
    info: {
      title: "Shortlist",
      version: "1",
      description:
        "Pick a database as a team and sign off the decision. Errors are application/problem+json with a stable `code`; unknown keys are refused. " +
        "Writes take an `opId` (repeating it returns the first reply) and, where they replace something, a `baseVersion`.",
      license: { name: "MIT" },
    },
    servers: [{ url: origin }],
  });
  return withDocs({
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "ws",
          description: "The browser's session; `__Host-ws` over HTTPS. Mutating calls also need Origin and X-Shortlist.",
        },
        bearer: { type: "http", scheme: "bearer", description: "A link or member token of a worksheet or a space, for scripts." },
        key: {
          type: "http",
          scheme: "bearer",
          description: `A key of a space (k_…), made by its facilitator with scopes (${keyScopeSchema.options.join(", ")}) and an expiry. ${KEY_CALLS_PER_MINUTE} calls a minute.`,
        },
      },
    },
  });
}
