import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { renderToStaticMarkup } from "react-dom/server";
import { IntlProvider } from "use-intl";
import { describe, expect, it } from "vitest";
import type { CostSetting, PriceOverride } from "@/lib/domain/cost-settings/schema";
import { ESTIMATED_POINTS } from "@/lib/domain/costs/estimates-from-answers";
import { WAGTAIL_SAMPLE } from "@/lib/domain/sample/wagtail";
import { worksheetResults } from "@/lib/domain/worksheet/results";
import type { AnswerView, WorksheetView } from "@/lib/domain/worksheet/schema";
import common from "@/messages/en/common.json";
import costing from "@/messages/en/costing.json";
import costs from "@/messages/en/costs.json";
import costsheet from "@/messages/en/costsheet.json";
import designs from "@/messages/en/designs.json";
import errors from "@/messages/en/errors.json";
import { CostScreen } from "./cost-screen";

const at = "2026-11-20T00:00:00.000Z";
const byAda = { memberId: "Ada", by: "Ada", at, version: 1 };
const settings: CostSetting[] = [
  { key: "slot.D", value: "dynamodb-on-demand", ...byAda },
  { key: "today", value: { name: "Our old box", usdPerMonth: "120", carriesTimes: 4 }, ...byAda },
];
const changed = { priceId: "aws.dynamodb.od.wru", label: "DynamoDB", unit: "USD per million WRU", bookUsd: "0.625", usd: "0.5" };
const overrides: PriceOverride[] = [{ ...changed, asOf: "2026-11-20", reason: "Our contract", ...byAda }];
const answers: AnswerView[] = WAGTAIL_SAMPLE.members.flatMap(({ name, answers: given }) =>
  Object.entries(given).map(([field, answer]) => ({
    memberId: name,
    field,
    round: 1,
    value: "value" in answer ? (answer.value as AnswerView["value"]) : null,
    unknown: "unknown" in answer,
    basis: "value" in answer ? (answer.basis ?? null) : null,
    reason: null,
    version: 1,
    late: false,
  })),
);

/** The screen as the server sends it, before any script runs. */
function rendered(costInputs = { overrides, settings }) {
  const results = worksheetResults({ frame: WAGTAIL_SAMPLE.frame, positions: [], answers, today: "2026-11-20", costInputs });
  const view = { id: "w", answers, sections: [] } as unknown as WorksheetView;
  const missing: string[] = [];
  const html = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <IntlProvider
        locale="en"
        timeZone="UTC"
        messages={{ common, costing, costs, costsheet, designs, errors } as never}
        onError={({ message }) => missing.push(message)}
      >
        <MantineProvider>
          <CostScreen view={view} costs={{ ...results.costs, ...costInputs, eliminated: ["dynamodb"] }} canEdit csvHref="/costs.csv" />
        </MantineProvider>
      </IntlProvider>
    </QueryClientProvider>,
  );
  return { html, missing, names: results.costs.names };
}

describe("the costs screen as it leaves the server", () => {
  const { html, missing, names } = rendered();

  it("has words for everything it says", () => {
    expect([...new Set(missing)]).toEqual([]);
  });

  it("has a word for every point of time that trials answer", () => {
    expect(ESTIMATED_POINTS.filter((point) => !(point in costsheet.odds.points))).toEqual([]);
  });

  it("begins with the finding and holds every chart as a drawing", () => {
    expect(html.indexOf("<h1")).toBeLessThan(html.indexOf("<figure"));
    for (const title of ["Monthly cost against load", "Cost over 36 months", "Total cost over 24 months"]) {
      expect(html).toMatch(new RegExp(`<svg[^>]*aria-label="${title}[^"]*"[^>]*>(?:(?!</svg>).)*<(?:path|rect)`, "su"));
    }
  });

  it("never calls a loss a saving, where two designs change places again within 20 percent", () => {
    const crossing = rendered({ overrides: [], settings: [{ key: "workload.readShare", value: 0.5, ...byAda }, ...settings] }).html;
    expect(crossing).toMatch(/ saves \$/u);
    expect(crossing).not.toMatch(/ saves -\$/u);
  });

  it("marks what was changed, what is eliminated and what is old", () => {
    expect(html).toContain("changed by Ada, 2026-11-20: Our contract");
    expect(html).toContain(`${names.D}, eliminated`);
    expect(html).toContain("read more than two years ago");
    expect(html).toContain("Our old box");
  });
});
