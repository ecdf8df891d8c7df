import type { AdrFormat } from "./domain/adr/formats";
import type { QuestionId } from "./domain/answers/schema";

/** Hrefs of every page, so that a path is spelled in one place. */
export const routes = {
  home: () => "/",
  join: () => "/j",
  worksheet: (id: string) => `/w/${id}`,
  step: (id: string, question: QuestionId) => `/w/${id}/step/${question}`,
  differences: (id: string) => `/w/${id}/differences`,
  /** The same page as it is read in silence, right after a reveal. */
  reading: (id: string) => `/w/${id}/differences?view=reading`,
  shortlist: (id: string) => `/w/${id}/shortlist`,
  costs: (id: string) => `/w/${id}/costs`,
  decision: (id: string) => `/w/${id}/decision`,
  sign: (id: string) => `/w/${id}/sign`,
  revisit: (id: string) => `/w/${id}/revisit`,
  spaces: () => "/s",
  space: (id: string) => `/s/${id}`,
  spacePeople: (id: string) => `/s/${id}/people`,
  spaceSettings: (id: string) => `/s/${id}/settings`,
  spaceWebhooks: (id: string) => `/s/${id}/webhooks`,
  spaceImport: (id: string) => `/s/${id}/import`,
  importedRecord: (id: string, entryId: string) => `/s/${id}/log/${entryId}`,
  catalogue: () => "/catalogue",
  api: (group?: string) => (group === undefined ? "/api" : `/api/${group}`),
  importRecords: () => "/import",
  neutrality: () => "/neutrality",
  howWePrice: () => "/how-we-price",
  system: (systemId: string) => `/catalogue/${systemId}`,
  verify: () => "/verify",
  audit: (id: string) => `/w/${id}/audit`,
  converge: (id: string) => `/w/${id}/converge`,
  screen: (id: string) => `/w/${id}/screen`,
  settings: (id: string) => `/w/${id}/settings`,
  webhooks: (id: string) => `/w/${id}/webhooks`,
};

/** Files of a worksheet, for plain links and downloads. */
export const files = {
  adrZip: (id: string) => `/api/v1/worksheets/${id}/adr.zip`,
  adrMarkdown: (id: string, format: AdrFormat = "madr") => `/api/v1/worksheets/${id}/adr.md?format=${format}`,
  adrPdf: (id: string, size: "a4" | "letter" = "a4") => `/api/v1/worksheets/${id}/adr.pdf?size=${size}`,
  /** Without its seal, and with what was said of it since. */
  adrPdfToday: (id: string) => `/api/v1/worksheets/${id}/adr.pdf?standing=now`,
  record: (id: string) => `/api/v1/worksheets/${id}/record.json`,
  worksheet: (id: string) => `/api/v1/worksheets/${id}/worksheet.json`,
  answersCsv: (id: string) => `/api/v1/worksheets/${id}/answers.csv`,
  overTimeCsv: (id: string) => `/api/v1/worksheets/${id}/costs-over-time.csv`,
  totalCsv: (id: string) => `/api/v1/worksheets/${id}/total-cost.csv`,
  driversCsv: (id: string) => `/api/v1/worksheets/${id}/cost-drivers.csv`,
  costsCsv: (id: string) => `/api/v1/worksheets/${id}/costs.csv`,
  reviewCalendar: (id: string) => `/api/v1/worksheets/${id}/review.ics`,
  openApi: () => "/api/v1/openapi.json",
  signIn: () => "/api/v1/sign-in",
  signInToSpace: (spaceId: string) => `/api/v1/spaces/${spaceId}/sign-in`,
  logArchive: (spaceId: string) => `/api/v1/spaces/${spaceId}/log.zip`,
  importedSource: (spaceId: string, entryId: string) => `/api/v1/spaces/${spaceId}/log/${entryId}/source`,
  prices: () => "/api/v1/prices",
  offlineVerifier: () => "/verify/offline",
  rootCertificate: () => "/.well-known/shortlist-root.pem",
  audit: (id: string) => `/api/v1/worksheets/${id}/audit`,
  neutralityCsv: () => "/api/v1/neutrality?format=csv",
};
