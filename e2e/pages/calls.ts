import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, test, worksheetId } from "../fixtures";

type Method = "PUT" | "POST" | "GET";
type Json = Record<string, unknown>;

/** A call of the API as this page's person, with the headers that our own pages send; `path` begins behind `/api/v1`. */
export async function call(page: Page, method: Method, path: string, body: object = {}): Promise<Json> {
  const reply = await page.request.fetch(`/api/v1${path}`, {
    method,
    headers: { "x-shortlist": "1", origin: test.info().project.use.baseURL ?? "" },
    ...(method === "GET" ? {} : { data: body }),
  });
  const text = await reply.text();
  expect(reply.ok(), `${method} ${path}: ${reply.status()} ${text.slice(0, 300)}`).toBe(true);
  return text === "" ? {} : (JSON.parse(text) as Json);
}

/** The same of the worksheet that the page is at, with the id that every write there carries. */
export function callAs(page: Page, method: Method, path: string, body: object = {}): Promise<Json> {
  return call(page, method, `/worksheets/${worksheetId(page)}${path}`, { opId: randomUUID(), ...body });
}
