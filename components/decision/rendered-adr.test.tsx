import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { frontMatterOf } from "./front-matter";
import { renderedAdr } from "./rendered-adr";

const NONE = new Map<string, string>();
const shown = (markdown: string, drawings = NONE) => renderToStaticMarkup(renderedAdr(markdown, drawings));

describe("a rendered decision", () => {
  it("keeps markup, scripts and pictures of others out, and headings below the frame's", () => {
    const html = shown(
      "# A\n\n<script>x()</script><img src=x onerror=y>\n\n[a](javascript:x()) ![b](https://x.example/y.png)\n\n[c](https://x.example)",
    );
    expect(html).toContain("<h3>A</h3>");
    expect(html).not.toMatch(/<(?:script|img|h1)/u);
    expect(html).not.toMatch(/href="javascript/u);
    expect(html).toContain('<a href="https://x.example" target="_blank" rel="noreferrer">c</a>');
  });

  it("shows lists, tables, and the record's own drawings where their addresses stand", () => {
    const drawings = new Map([["0003-a b/total-cost.svg", '<svg xmlns="http://www.w3.org/2000/svg"><title>"T"</title></svg>']]);
    const html = shown(
      '- **a** b\\\n  c\n- d\n\n| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n![Total "cost"](<0003-a b/total-cost.svg>)',
      drawings,
    );
    expect(html).toContain("<ul><li><strong>a</strong> b<br/>c</li><li>d</li></ul>");
    expect(html).toContain('<div data-wide="" tabindex="0"><table>');
    expect(html).toContain('<td style="text-align:end">2</td>');
    expect(html).toMatch(/<img alt="Total &quot;cost&quot;" src="data:image\/svg\+xml;charset=utf-8,%3Csvg[^"<>]+"\/>/u);
  });

  it("tells the front matter as words beside values, and leaves it out of the text", () => {
    const markdown = '---\nstatus: "draft"\nconsulted:\n  - "Ada: \\"A\\""\n  - "Bo"\ninformed: []\nrevision: 3\n---\n\n# T\n';
    expect(frontMatterOf(markdown)).toEqual([
      { key: "status", value: "draft" },
      { key: "consulted", value: 'Ada: "A", Bo' },
      { key: "revision", value: "3" },
    ]);
    expect(shown(markdown)).toBe("<h3>T</h3>");
    expect(frontMatterOf("# T\n\n---\n")).toEqual([]);
    const replaced = '---\nstatus: "superseded by [ADR-0002](0002-a-b.md)"\n---\n';
    expect(frontMatterOf(replaced)).toEqual([{ key: "status", value: "superseded by ADR-0002" }]);
  });
});
