import type { ShapeInput } from "./shape-schema";

export type DesignCloud = "aws" | "gcp" | "azure" | "other";

/** A way to run a system, in the words of its vendor, and how it is billed. */
export type DesignSource = {
  id: string;
  /** Product name as the vendor writes it. */
  name: string;
  /** Catalogue ids: first what people deploy, then the engines that it serves. */
  systems: readonly string[];
  clouds: readonly DesignCloud[];
  hosting: "managed" | "serverless" | "self_hosted";
  shape: ShapeInput;
};
