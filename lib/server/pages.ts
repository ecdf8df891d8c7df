import "server-only";
import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { AppError } from "@/lib/domain/errors";
import type { WorksheetView } from "@/lib/domain/worksheet/schema";
import { requireAccess } from "./access";
import { cookieName } from "./api/context";
import { hashToken } from "./ids";
import { readWorksheet } from "./worksheet/reads";

/** The worksheet for a page's first paint: proves access by the session cookie, else shows the one page for all dead ends. */
export async function loadWorksheetView(id: string): Promise<WorksheetView> {
  const cookie = (await cookies()).get(cookieName())?.value;
  if (cookie === undefined) notFound();
  const access = await requireAccess({ kind: "session", hash: hashToken(cookie) }, id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "forbidden") redirect("/j");
    if (error instanceof AppError) notFound();
    throw error;
  });
  return readWorksheet(access);
}
