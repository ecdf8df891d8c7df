import { z } from "zod";

/** A sentence by id with its parameters. Domain code never holds English; screens and the API turn refs into words. */
export const messageRefSchema = z.object({ id: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });
export type MessageRef = z.infer<typeof messageRefSchema>;
export type MessageParams = MessageRef["params"];
