import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import { findBrowser } from "../e2e/browser";
import { HttpClient } from "./http-client";
import type { Running } from "./processes";
import { atMost, plain, type Row } from "./row";

const LIMIT_KB = 250;
const QUIET_MS = 2_000;
const PATIENCE_MS = 20_000;

/** What a member's browser, which was never here, has to fetch for the first answer page. */
export async function measurePageBytes(app: Running): Promise<Row[]> {
  const client = new HttpClient(app.port);
  try {
    const { id, cookie } = await joinAsBrowser(client, app.port);
    const path = `/w/${id}/step/scale`;
    const page = await client.send({ method: "GET", path, headers: { cookie } });
    if (page.status !== 200) throw new Error(`The answer page answered ${page.status}.`);
    const named = await Promise.all(scriptsOf(page.body.toString("utf8")).map((script) => client.send({ method: "GET", path: script })));
    const referenced = sizeOf(named.map((script) => script.body));
    const rows = [atMost("Answer page, JavaScript its HTML names (gzip)", { value: referenced, unit: "kB", limit: LIMIT_KB })];
    const loaded = await loadInBrowser({ url: `http://localhost:${app.port}${path}`, cookie });
    if (loaded === null) return rows;
    return [
      ...rows,
      atMost("Answer page, JavaScript loaded until idle (gzip)", { value: loaded.scripts, unit: "kB", limit: LIMIT_KB }),
      plain("Answer page, everything loaded until idle (gzip)", loaded.all, "kB"),
      atMost("Answer page, scripts with chart code in them", { value: loaded.withCharts, unit: "", limit: 1 }),
    ];
  } finally {
    client.close();
  }
}

async function joinAsBrowser(client: HttpClient, port: number): Promise<{ id: string; cookie: string }> {
  const headers = { origin: `http://localhost:${port}`, "sec-fetch-site": "same-origin", "x-shortlist": "1" };
  const body = { title: "Which store for the orders?", yourName: "Ada" };
  const reply = await client.send({ method: "POST", path: "/api/v1/worksheets", headers, body });
  const { id } = JSON.parse(reply.body.toString("utf8")) as { id: string };
  return { id, cookie: reply.headers["set-cookie"]?.[0]?.split(";")[0] ?? "" };
}

/** Scripts for today's browsers; those for browsers without modules are never fetched by them. */
function scriptsOf(html: string): string[] {
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/gu)].map(([tag]) => tag);
  const scripts = tags.filter((tag) => (tag.startsWith("<script") ? !/\bnomodule\b/iu.test(tag) : /as="script"/u.test(tag)));
  const addresses = scripts.flatMap((tag) => /(?:src|href)="([^"]+)"/u.exec(tag)?.[1] ?? []);
  return [...new Set(addresses)].map((address) => address.replaceAll("&amp;", "&"));
}

async function loadInBrowser({ url, cookie }: { url: string; cookie: string }) {
  const executablePath = findBrowser();
  if (executablePath === null) return null;
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
  try {
    const [name = "", value = ""] = cookie.split("=");
    const context = await browser.newContext();
    await context.addCookies([{ name, value, url }]);
    const page = await context.newPage();
    const scripts: Buffer[] = [];
    const others: Buffer[] = [];
    let lastAt = performance.now();
    page.on("response", (response) => {
      const kind = response.request().resourceType();
      if (kind === "eventsource") return;
      lastAt = performance.now();
      void response.body().then(
        (body) => void (kind === "script" ? scripts : others).push(body),
        () => undefined,
      );
    });
    await page.goto(url, { waitUntil: "load" });
    const patience = performance.now() + PATIENCE_MS;
    while (performance.now() - lastAt < QUIET_MS && performance.now() < patience) await page.waitForTimeout(100);
    return {
      scripts: sizeOf(scripts),
      all: sizeOf([...scripts, ...others]),
      withCharts: scripts.filter((body) => body.includes("recharts")).length,
    };
  } finally {
    await browser.close();
  }
}

function sizeOf(bodies: Buffer[]): number {
  return bodies.reduce((sum, body) => sum + Math.min(body.length, gzipSync(body).length), 0) / 1000;
}
