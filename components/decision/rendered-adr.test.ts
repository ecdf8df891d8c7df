import { describe, expect, it } from "vitest";
import { frontMatterOf, renderedAdr } from "./rendered-adr";

const NONE = new Map<string, string>();

describe("a rendered decision", () => {
  it("keeps markup, scripts and pictures of others out, and headings below the frame's", () => {
    const html = renderedAdr(
      "# A\n\n<script>x()</script><img src=x onerror=y>\n\n[a](javascript:x()) ![b](https://x.example/y.png)\n\n[c](https://x.example)",
      NONE,
    );
    expect(html).toContain("<h3>A</h3>");
    expect(html).not.toMatch(/<(?:script|img|h1)/u);
    expect(html).not.toMatch(/href="javascript/u);
    expect(html).toContain('href="https://x.example" rel="noreferrer" target="_blank"');
  });

  it("shows tables, and the record's own drawings where their addresses stand", () => {
    const drawings = new Map([["0003-a b/total-cost.svg", '<svg xmlns="http://www.w3.org/2000/svg"><title>"T"</title></svg>']]);
    const html = renderedAdr('| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n![Total "cost"](<0003-a b/total-cost.svg>)', drawings);
    expect(html).toContain('<div data-wide="table" tabindex="0"><table>');
    expect(html).toContain('<td style="text-align:right">2</td>');
    expect(html).toMatch(/<img alt="Total &quot;cost&quot;" src="data:image\/svg\+xml;charset=utf-8,%3Csvg[^"<>]+">/u);
  });

  it("tells the front matter as words beside values, and leaves it out of the text", () => {
    const markdown = '---\nstatus: "draft"\nconsulted:\n  - "Ada: \\"A\\""\n  - "Bo"\ninformed: []\nrevision: 3\n---\n\n# T\n';
    expect(frontMatterOf(markdown)).toEqual([
      { key: "status", value: "draft" },
      { key: "consulted", value: 'Ada: "A", Bo' },
      { key: "revision", value: "3" },
    ]);
    expect(renderedAdr(markdown, NONE)).toBe("<h3>T</h3>\n");
    expect(frontMatterOf("# T\n\n---\n")).toEqual([]);
  });
});
