import { writeFileSync } from "node:fs";
import type { OpenApi } from "@/lib/domain/api-docs/schema";
import { clientTypes } from "@/lib/domain/api-docs/typescript";
import { createApi } from "../api/app";
import { openApiDocument } from "../api/openapi";

/** `npm run api-client`: the types of the TypeScript client, from the document that the routes give. Needs no database. */
const document = openApiDocument(createApi(), "https://shortlist.example.org") as unknown as OpenApi;
writeFileSync("lib/api-client/generated/calls.ts", clientTypes(document));
process.exit(0);
