import { z } from "zod";
import { worksheetViewSchema } from "../worksheet/schema";
import { workshopViewSchema } from "./schema";

/** What the big screen shows: the worksheet and how it is facilitated, seen from a seat that nobody holds. */
export const screenViewSchema = z.object({ worksheet: worksheetViewSchema, workshop: workshopViewSchema });
export type ScreenView = z.infer<typeof screenViewSchema>;
