import "server-only";

const OP = { opId: "6f1d3c1e-9f0a-4c8e-8f2b-1d2c3b4a5f60" };
const NUMBERS = [
  { metric: "writes_s", value: 260, unit: "per_second", at: "2027-11-20T09:00:00Z", source: "pg_stat_statements" },
  { metric: "data_gb", value: 84, unit: "gb", at: "2027-11-20T09:00:00Z", source: "pg_database_size" },
];
const ANSWERS = { ...OP, round: 1, fields: { "y3.writes_s": { baseVersion: 0, value: 2000, basis: "educated_guess" } } };
const ACTUALS = { on: "2027-11-20", actuals: [{ metric: "writes_s", value: 260, source: "Grafana" }] };
const HOOK = { ...OP, url: "https://example.org/shortlist", events: ["trigger.fired", "decision.accepted", "review.kept"] };
const RECORD = "# 1. Use PostgreSQL\n\n## Status\n\nAccepted\n\n## Context\n\nOrders.\n\n## Decision\n\nWe use PostgreSQL.\n";

/**
 * What people would send, by call, where an example made from the schema alone would say nothing or be refused. A test sends
 * each to a server.
 */
export const REQUEST_EXAMPLES: Readonly<Record<string, unknown>> = {
  postDisagreement: {
    fields: [{ field: "scale.y3.writes_s", answers: [5, 1, 150].map((value, index) => ({ member: `m${index + 1}`, value })) }],
  },
  postEvaluate: { answers: { workload: { primary: "relational", joins_needed: "yes" }, ops: { hosting: "managed_only" } } },
  postSpaces: { name: "Payments", yourName: "Ada" },
  postSpacesFeeds: { ...OP, name: "Team calendar" },
  postSpacesKeys: { ...OP, name: "nightly metrics", scopes: ["write:metrics"], days: 90 },
  postSpacesLogImports: {
    ...OP,
    files: [{ path: "docs/adr/0001-use-postgresql.md", content: Buffer.from(RECORD).toString("base64") }],
  },
  postSpacesDecisionsMetrics: { metrics: NUMBERS },
  postSpacesWebhooks: HOOK,
  postWorksheetsCandidates: { ...OP, system: { name: "Our document store" } },
  postWorksheetsComments: { ...OP, subject: "field:scale.y3.writes_s", text: "Measured on Monday", url: "https://example.org/dashboard" },
  postWorksheetsConsentRounds: { ...OP, subject: "decision", proposal: "Take PostgreSQL" },
  postWorksheetsMembers: { name: "Bo" },
  postWorksheetsMetrics: { metrics: NUMBERS },
  postWorksheetsNudges: {},
  postWorksheetsProxies: { ...OP, name: "Eli" },
  postWorksheetsReviews: {
    ...OP,
    ...ACTUALS,
    reconsider: [{ text: "Writes pass 10,000 a second", happened: "no" }],
    outcome: "still_right",
    lookAgainOn: "2028-05-20",
  },
  postWorksheetsReviewsTrial: ACTUALS,
  postWorksheetsReveal: OP,
  postWorksheetsSupersessions: { ...OP, replaces: "01920000-0000-7000-8000-000000000001", isPartial: false, note: "13 times the writes" },
  postWorksheetsWebhooks: HOOK,
  putSpacesLogTags: { ...OP, tags: ["orders", "payments"] },
  putSpacesLogReplaced: { ...OP, by: "01920000-0000-7000-8000-000000000001", isPartial: false },
  putWorksheetsAnswersByQuestion: ANSWERS,
  putWorksheetsCostSettingsByKey: { ...OP, baseVersion: 0, value: 5_000_000 },
  putWorksheetsDecisionMarks: {
    ...OP,
    mark: {
      kind: "trigger",
      key: "6f1d3c1e-9f0a-4c8e-8f2b-1d2c3b4a5f61",
      text: "Writes pass 10,000 a second",
      data: { type: "metric", owner: "Bo", measuredAt: "Grafana", metric: "scale.now.writes_s", direction: "above", threshold: 10_000 },
    },
  },
  putWorksheetsMembersAnswersByQuestion: ANSWERS,
  putWorksheetsPositionsByField: {
    ...OP,
    baseVersion: 0,
    value: 2000,
    low: 500,
    high: 5000,
    reached: "all_agreed",
    reason: "Last year's peak",
  },
  putWorksheetsPremortemCardsByCardId: { ...OP, theme: "Growth" },
  putWorksheetsPricesByPriceId: { ...OP, baseVersion: 0, value: "0.50", reason: "Our contract", asOf: "2026-11-20" },
  putWorksheetsRanking: { ...OP, order: ["ops", "consistency", "cost", "workload", "scale"] },
  putWorksheetsScoresByCandidate: { ...OP, baseVersion: 0, criterion: "ops", score: 8 },
  putWorksheetsStatus: { ...OP, status: "deprecated", reason: "The product was sold" },
};

/** Calls whose body is a whole file: too long for a page, so the command takes it from beside it. `jq` puts it into its place. */
export const REQUEST_FILES: Readonly<Record<string, { file: string; into?: string }>> = {
  postAdrRender: { file: "record.json" },
  postWorksheetsImport: { file: "worksheet.json", into: '{file: ., yourName: "Ada"}' },
};
