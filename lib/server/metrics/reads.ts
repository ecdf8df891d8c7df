import "server-only";
import { type ReportedMetric, reportedMetricSchema } from "@/lib/domain/metrics/schema";
import { db } from "../db/client";

/** The latest report of each number of a worksheet, by name. */
export async function latestMetrics(worksheetId: string): Promise<ReportedMetric[]> {
  const rows = await db().metric.findMany({
    where: { worksheetId },
    distinct: ["metric"],
    orderBy: [{ metric: "asc" }, { at: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => reportedMetricSchema.parse({ ...row, at: row.at.toISOString(), by: row.byName }));
}
