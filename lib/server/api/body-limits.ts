import "server-only";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "@/lib/domain/errors";

const KB = 1024;
const BODY_LIMIT = 256 * KB;
const ADR_LIMIT = 5 * KB * KB;
const VERIFY_LIMIT = 30 * KB * KB;
const IMPORT_LIMIT = 20 * KB * KB;

/** Refuses by the length that is declared, before a byte is read; a body that declares none is counted as it comes. */
export const bodyLimits: ReturnType<typeof bodyLimit> = (c, next) => {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  const maxSize = limitOf(c.req.path);
  const refuse = () => {
    throw new AppError("too_large", `The body is larger than ${maxSize / KB} kB.`);
  };
  const length = c.req.header("content-length");
  if (length === undefined || c.req.header("transfer-encoding") !== undefined) return bodyLimit({ maxSize, onError: refuse })(c, next);
  return Number(length) > maxSize ? refuse() : next();
};

function limitOf(path: string): number {
  if (path.startsWith("/api/v1/adr/")) return ADR_LIMIT;
  if (path === "/api/v1/verify") return VERIFY_LIMIT;
  const isImport = path === "/api/v1/worksheets/import" || (path.startsWith("/api/v1/spaces/") && path.endsWith("/log/imports"));
  return isImport ? IMPORT_LIMIT : BODY_LIMIT;
}
