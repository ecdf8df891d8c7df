import { describe, expect, it } from "vitest";
import { parseActuals } from "./parse-actuals";

describe("pasted numbers", () => {
  it("are read with commas, semicolons or tabs, a header and a source", () => {
    const { actuals, errors } = parseActuals("metric,value,source\nwrites_s;2600;grafana\nreads_s\t900\n\ndata_gb,1.5e3\r\n");
    expect(errors).toEqual([]);
    expect(actuals.map(({ metric, value, source }) => [metric, value, source])).toEqual([
      ["writes_s", 2600, "grafana"],
      ["reads_s", 900, ""],
      ["data_gb", 1500, ""],
    ]);
  });

  it("name the line that cannot be read and keep the others", () => {
    const { actuals, errors } = parseActuals("writes_s,26\nlatency,3\nreads_s,many\nreads_s\nwrites_s,27");
    expect(actuals).toHaveLength(1);
    expect(errors.map(({ line, code }) => [line, code])).toEqual([
      [2, "metric"],
      [3, "value"],
      [4, "columns"],
      [5, "twice"],
    ]);
  });

  it("never take a negative, an endless or a grouped number", () => {
    expect(parseActuals("x,y\nwrites_s,-3\nreads_s,Infinity\nusers,1e999").errors.map(({ code }) => code)).toEqual([
      "value",
      "value",
      "value",
    ]);
  });
});
