import "server-only";
import { AppError } from "@/lib/domain/errors";
import { env } from "../env";
import { newRequestId } from "../ids";
import { logger } from "../logger";
import { adrImportApi } from "./adr-import";
import { answersApi } from "./answers";
import { auditApi } from "./audit";
import { bodyLimits } from "./body-limits";
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

/**
 * The whole API as one Request -> Response function: server.ts calls it before Next sees a request, Next mounts it for
 * hosts that only run Next, tests call it without any server.
 */
export function createApi(): Api {
  const api = newApi();
  api.onError(problemOf);
  api.notFound((c) => problemOf(new AppError("not_found", "There is nothing at this address."), c));
  api.use(async (c, next) => {
    c.set("requestId", newRequestId());
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
  api.use(bodyLimits);
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
