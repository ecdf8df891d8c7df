import { z } from "zod";

/** Exact decimal as text. */
export const decimalText = z.string();
