import { describe, expect, it } from "vitest";
import adr from "@/messages/en/adr.json";
import costs from "@/messages/en/costs.json";
import fields from "@/messages/en/fields.json";
import { aCostRequest } from "../costs/builders";
import { computeCosts } from "../costs/compute-costs";
import { costRequestSchema } from "../costs/request-schema";
import { recordCosts } from "../record/record-costs";
import { anAdrInput } from "./builders";
import { composeAdr } from "./compose-adr";
import { ADR_FORMATS, renderAs } from "./formats";
import { withDrawings } from "./with-drawings";

const messages = { adr, costs, fields };

function aDocument() {
  const request = costRequestSchema.parse({ ...aCostRequest({ designs: { A: "spanner", B: "dynamodb-on-demand" } }), tco: {} });
  const names = ["A", "B"].map((id) => ({ id, letter: id, name: `Store <${id}>`, candidate: null }));
  return composeAdr(anAdrInput(messages, { record: { costs: recordCosts({ request, reply: computeCosts(request), names }) } }));
}

describe("a record's drawings", () => {
  it("are well-formed SVG with a title and a description, and stand beside the file", () => {
    const { files } = withDrawings(aDocument());
    expect(files.map(({ path }) => path.split("/")[1])).toEqual([
      "cost-against-load.svg",
      "total-cost.svg",
      "first-answers.svg",
      "systems-left.svg",
    ]);
    for (const { text } of files) {
      expect(text).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/u);
      expect(text).toMatch(/<title>[^<]+<\/title><desc>[^<]+<\/desc>/u);
      expect(text).not.toMatch(/NaN|undefined|<A>|Infinity/u);
    }
  });

  it("draw what was compared, with brief names and the units of both axes", () => {
    const request = costRequestSchema.parse({
      ...aCostRequest({ designs: { A: "rds-postgres-multi-az", A2: "aurora-serverless-v2", A3: "neon-launch" } }),
      tco: {},
      compare: ["A", "A3"],
    });
    const reply = computeCosts(request);
    const names = [
      { id: "A", letter: "A", name: "Amazon RDS PostgreSQL, Multi-AZ", candidate: null },
      { id: "A2", letter: "A2", name: "Aurora Serverless v2", candidate: null },
      { id: "A3", letter: "A3", name: "Neon Launch", candidate: null },
    ];
    const { files } = withDrawings(composeAdr(anAdrInput(messages, { record: { costs: recordCosts({ request, reply, names }) } })));
    const [load, total] = files.map(({ text }) => text);
    for (const text of [load, total]) {
      expect(text).toContain("A · RDS PostgreSQL");
      expect(text).toContain("A3 · Neon Launch");
      expect(text).not.toMatch(/>A2 · /u);
    }
    expect(load).toMatch(/>US dollars a month<.*>peak requests a second</su);
  });

  it.each(ADR_FORMATS)("are shown in the form %s with the table that says the same, and every address has its file", (format) => {
    const { document, files } = withDrawings(aDocument());
    const { text } = renderAs({ format, document, messages });
    const shown = [...text.matchAll(/^!\[[^\]\n]+\]\(([^)]+)\)$/gmu)].map(([, path]) => path);
    for (const path of shown) expect(files.map((file) => file.path)).toContain(path);
    if (format !== "madr") return;
    expect(shown).toHaveLength(4);
    expect(text).toContain("| Design | Today |");
    expect(text).toMatch(/\*\*1 Infrastructure, 2 Operations, .*\*\*\n\n\| Design \| 1 \|/u);
  });

  it("leave the file alone that travels without them", () => {
    expect(renderAs({ format: "madr", document: aDocument(), messages }).text).not.toContain("![");
  });
});
