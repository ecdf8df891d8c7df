import type { Answers } from "../answers/schema";
import { findSystem } from "../catalogue/catalogue";
import type { DesignRequest } from "./request-schema";

/**
 * What the team runs today as a design, with the bill that it wrote into the frame; null when it wrote none. It stands at today's load
 * and says nothing about a higher one.
 *
 * @example currentBill({ frame: { incumbent: "mysql", current_bill_month: 400 } }, "2026-11-20")?.design.usdMonth // "400.00"
 */
export function currentBill(
  answers: Answers,
  today: string,
): { name: string; candidate: string; design: Extract<DesignRequest, { shape: "current_bill" }> } | null {
  const { incumbent, current_bill_month: bill } = answers.frame ?? {};
  if (!bill || incumbent === "none") return null;
  const name = findSystem(incumbent ?? "")?.name ?? "";
  const design = {
    id: "T",
    shape: "current_bill",
    usdMonth: bill.toFixed(2),
    carriesTimes: 1,
    asOf: today,
    ...(name ? { label: name } : {}),
  } as const;
  return { name, candidate: incumbent ?? "custom", design };
}
