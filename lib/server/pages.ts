import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/domain/errors";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { requireAccess, type WorksheetAccess } from "./access";
import { cookieName } from "./api/context";
import { databaseAway } from "./away";
import { classifyFailure } from "./db/failures";
import { hashToken } from "./ids";
import { requireSpace, type SpaceAccess } from "./spaces/access";
import { warmThread } from "./thread/run-task";
import { readWorksheet } from "./worksheet/reads";

/** The worksheet for a page's first paint: proves access by the session cookie, else shows the one page for all dead ends. */
export async function loadWorksheetView(id: string): Promise<WorksheetView> {
  const access = await pageAccess(id);
  // Whoever answers now will soon look at what differs.
  warmThread();
  return readWorksheet(access).catch((error: unknown) => {
    throw describeAway(error);
  });
}

/**
 * Proves access by the session cookie, once while a page is rendered; everything else about a worksheet is loaded with it.
 * What is read once goes by this proof, so nobody's view can be taken for another's.
 */
export const pageAccess = cache(async (id: string): Promise<WorksheetAccess> => {
  const cookie = (await cookies()).get(cookieName())?.value;
  if (cookie === undefined) notFound();
  return requireAccess({ kind: "session", hash: hashToken(cookie) }, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "forbidden") redirect("/j");
    if (error instanceof AppError) notFound();
    throw describeAway(error);
  });
});

/** The same for a space. Who opened its link and gave no name yet goes on to that. */
export async function pageSpace(id: string): Promise<SpaceAccess> {
  const cookie = (await cookies()).get(cookieName())?.value;
  if (cookie === undefined) notFound();
  return requireSpace({ kind: "session", hash: hashToken(cookie) }, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "forbidden") redirect("/s");
    if (error instanceof AppError) notFound();
    throw describeAway(error);
  });
}

/** What a page throws for what it met. */
export function describeAway(error: unknown): unknown {
  return classifyFailure(error) === "unavailable" ? databaseAway() : error;
}
