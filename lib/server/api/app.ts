import "server-only";
import { bodyLimit } from "hono/body-limit";
import { AppError } from "@/lib/domain/errors";
import { env } from "../env";
import { newId } from "../ids";
import { logger } from "../logger";
import { adrImportApi } from "./adr-import";
import { answersApi } from "./answers";
import { auditApi } from "./audit";
import { candidatesApi } from "./candidates";
import { chartsApi } from "./charts";
import { type Api, newApi } from "./context";
import { convergeApi } from "./converge";
import { costInputsApi } from "./cost-inputs";

import { decisionApi } from "./decision";
import { disagreementApi } from "./disagreement";
import { eventsApi } from "./events";
import { exportsApi } from "./exports";
import { facilitationApi } from "./facilitation";
import { feedsApi } from "./feeds";
import { originRules, replyHeaders } from "./guards";
import { healthApi } from "./health";
import { keepingApi } from "./keeping";
import { leakProbeApi } from "./leak-probe";
import { linksApi } from "./links";
import { logApi } from "./log";
import { mcpApi } from "./mcp";
import { membersApi } from "./members";
import { metricsApi } from "./metrics";
import { neutralityApi } from "./neutrality";
import { openApiDocument } from "./openapi";
import { problemOf } from "./problem";
import { resultsApi } from "./results";
import { reviewsApi } from "./reviews";
import { sealsApi } from "./seals";
import { sessionsApi } from "./sessions";
import { signInApi } from "./sign-in";
import { signOffApi } from "./sign-off";
import { signOffSetupApi } from "./sign-off-setup";
import { spaceKeysApi } from "./space-keys";
import { spaceLinksApi } from "./space-links";
import { spaceWorksheetsApi } from "./space-worksheets";
import { spacesApi } from "./spaces";
import { statelessApi } from "./stateless";
import { verifyApi } from "./verify";
import { webhooksApi } from "./webhooks";
import { worksheetsApi } from "./worksheets";

const KB = 1024;
const BODY_LIMIT = 256 * KB;
const ADR_LIMIT = 5 * KB * KB;
const VERIFY_LIMIT = 30 * KB * KB;
const IMPORT_LIMIT = 20 * KB * KB;
const isImport = (path: string) =>
  path === "/api/v1/worksheets/import" || (path.startsWith("/api/v1/spaces/") && path.endsWith("/log/imports"));

/**
 * The whole API as one Request -> Response function: server.ts calls it before Next sees a request, Next mounts it for
 * hosts that only run Next, tests call it without any server.
 */
export function createApi(): Api {
  const api = newApi();
  api.onError(problemOf);
  api.notFound((c) => problemOf(new AppError("not_found", "There is nothing at this address."), c));
  api.use(async (c, next) => {
    c.set("requestId", newId());
    const started = performance.now();
    await next();
    // The route pattern, never the URL: addresses name worksheets.
    logger().info({
      requestId: c.get("requestId"),
      method: c.req.method,
      route: c.req.routePath,
      status: c.res.status,
      ms: Math.round(performance.now() - started),
    });
  });
  api.use(replyHeaders);
  api.use(bodyLimitOf(BODY_LIMIT, (path) => !path.startsWith("/api/v1/adr/") && path !== "/api/v1/verify" && !isImport(path)));
  api.use(bodyLimitOf(IMPORT_LIMIT, isImport));
  api.use(bodyLimitOf(VERIFY_LIMIT, (path) => path === "/api/v1/verify"));
  api.use(bodyLimitOf(ADR_LIMIT, (path) => path.startsWith("/api/v1/adr/")));
  api.use("/api/v1/*", originRules);
  for (const resource of [
    worksheetsApi,
    sessionsApi,
    linksApi,
    membersApi,
    keepingApi,
    facilitationApi,
    leakProbeApi(() => api),
    convergeApi,
    answersApi,
    eventsApi,
    resultsApi,
    costInputsApi,
    reviewsApi,
    metricsApi,
    webhooksApi,
    feedsApi,
    candidatesApi,
    chartsApi,
    disagreementApi,
    signOffApi,
    signOffSetupApi,
    sealsApi,
    auditApi,
    decisionApi,
    exportsApi,
    verifyApi,
    statelessApi,
    adrImportApi,
    neutralityApi,
    spacesApi,
    signInApi,
    spaceLinksApi,
    spaceKeysApi,
    spaceWorksheetsApi,
    logApi,
  ])
    api.route("/api/v1", resource);
  api.route("/", healthApi);
  api.route("/api/mcp", mcpApi);
  api.get("/api/v1/openapi.json", (c) => c.json(openApiDocument(api, env().origins[0] ?? "")));
  return api;
}

/** One API for both ways in; built at first use, because building its document takes a moment. */
export function api(): Api {
  const holder = globalThis as { __shortlistApi?: Api };
  holder.__shortlistApi ??= createApi();
  return holder.__shortlistApi;
}

function bodyLimitOf(maxSize: number, applies: (path: string) => boolean): ReturnType<typeof bodyLimit> {
  const tooLarge = () => new AppError("too_large", `The body is larger than ${maxSize / KB} kB.`);
  const limit = bodyLimit({
    maxSize,
    onError: () => {
      throw tooLarge();
    },
  });
  return (c, next) => {
    if (!applies(c.req.path) || c.req.method === "GET" || c.req.method === "HEAD") return next();
    const length = c.req.header("content-length");
    if (length === undefined || c.req.header("transfer-encoding") !== undefined) return limit(c, next);
    if (Number(length) > maxSize) throw tooLarge();
    return next();
  };
}
