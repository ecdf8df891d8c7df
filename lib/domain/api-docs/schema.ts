/** The parts of an OpenAPI 3.1 document that its pages, examples and client are made from. */
export type JsonSchema = {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  prefixItems?: JsonSchema[];
  additionalProperties?: JsonSchema | boolean;
  propertyNames?: JsonSchema;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  format?: string;
  pattern?: string;
  minimum?: number;
  exclusiveMinimum?: number;
  maximum?: number;
  minItems?: number;
  minLength?: number;
  default?: unknown;
  example?: unknown;
  examples?: unknown[];
  description?: string;
};

type Media = { schema?: JsonSchema; example?: unknown; examples?: Record<string, { value?: unknown }> };
export type RawOperation = {
  operationId?: string;
  tags?: string[];
  summary?: string;
  description?: string;
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; example?: unknown; schema?: JsonSchema }[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<string, { description?: string; content?: Record<string, Media> }>;
  "x-errors"?: { status: number; code: string }[];
  "x-body-file"?: BodyFile;
};

/** A body that is sent from a file; `into` is the jq expression that puts the file into its place. */
export type BodyFile = { file: string; into?: string };

export type OpenApi = {
  servers?: { url: string }[];
  paths: Record<string, Record<string, RawOperation>>;
  components?: { schemas?: Record<string, JsonSchema> };
};

/** One call as it is shown and called. */
export type Operation = {
  id: string;
  method: string;
  path: string;
  tag: string;
  summary: string;
  description: string;
  isSecured: boolean;
  parameters: { name: string; in: string; isRequired: boolean; description: string; example: string | null }[];
  body: { type: string; example: unknown; file: BodyFile | null } | null;
  reply: { status: number; description: string; type: string | null; example: unknown };
  errors: { status: number; code: string }[];
};
