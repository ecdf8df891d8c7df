import type { Page } from "@playwright/test";
import {
  enlargeText,
  expect,
  expectAccessible,
  expectAccessibleColours,
  expectNoSidewaysScroll,
  expectRoomForLargeText,
  showIn,
  test,
  worksheetId,
} from "./fixtures";
import { openSample } from "./pages/worksheet";

/** Every screen of a worksheet and around it, in groups that take about as long. */
const GROUPS = {
  "the questions": ["", "/step/workload", "/step/consistency", "/step/scale", "/step/ops", "/step/cost"],
  "what they lead to": ["/differences", "/shortlist", "/costs"],
  "the decision": ["/converge", "/decision", "/sign", "/settings"],
};
const AROUND = ["/", "/help", "/catalogue", "/catalogue/postgresql", "/neutrality", "/j", "/nowhere"];
const SIZES = [
  { width: 1280, height: 900 },
  { width: 360, height: 740 },
];

for (const size of SIZES) {
  for (const [name, screens] of Object.entries(GROUPS)) {
    test(`${name} of the sample: accessible in light and dark, and fits at ${size.width} px`, async ({ person }) => {
      const { page } = await person(size);
      const id = await openSample(page);
      for (const screen of screens) await expectGoodLook(page, `/w/${id}${screen}`);
    });
  }

  test(`the pages around a worksheet: accessible in light and dark, and fit at ${size.width} px`, async ({ person }) => {
    const { page } = await person(size);
    for (const path of AROUND) await expectGoodLook(page, path);
  });
}

async function expectGoodLook(page: Page, path: string) {
  await page.goto(path);
  await expect(page.getByRole("main")).toBeVisible();
  await expect(page.getByRole("heading").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Help", exact: true })).toBeVisible();
  // Cards keep unseen until their order is known.
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await showIn(page, "light");
  await expectAccessible(page);
  await showIn(page, "dark");
  await expectAccessibleColours(page);
  await expectNoSidewaysScroll(page);
  if ((page.viewportSize()?.width ?? 0) > 1_000) return expectRoomForLargeText(page);
  // The narrowest window that WCAG 1.4.10 knows.
  await page.setViewportSize({ width: 320, height: 740 });
  await expectNoSidewaysScroll(page);
  await enlargeText(page);
  await expectNoSidewaysScroll(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectNoSidewaysScroll(page);
}

/** English words that every screen would show if it had forgotten its German, and money and thousands as English writes them. */
const ENGLISH =
  /\b(?:Save|Cancel|Add|Remove|Show|Costs|Decision|Differences|Settings|Nobody|unknown|per second|a month)\b|\$\d|\d,(?:\d{3},\d{3}|000)\b/gu;

test("a German reader meets German words and numbers everywhere, and changes the language without losing what was typed", async ({
  person,
}) => {
  test.setTimeout(120_000);
  const { page } = await person({ width: 360, height: 740, locale: "de-DE" });
  const html = page.locator("html");
  await page.goto("/");
  await expect(html).toHaveAttribute("lang", "de");
  await page.getByRole("textbox", { name: "Was entscheidet ihr?" }).fill("Wohin mit den Bestellungen?");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("textbox", { name: "What are you deciding?" })).toHaveValue("Wohin mit den Bestellungen?");
  await expect(html).toHaveAttribute("lang", "en");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(html).toHaveAttribute("lang", "de");

  await page
    .getByRole("button", { name: "Beispiel öffnen" })
    .or(page.getByRole("link", { name: "Beispiel öffnen" }))
    .click();
  await expect(page).toHaveURL(/\/w\//u);
  const id = worksheetId(page);
  await page.getByRole("button", { name: "Alle Antworten aufdecken" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Für alle aufdecken" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Lest still, was alle gesagt haben.");
  const main = page.getByRole("main");
  const shown = [
    ["", "Wer dabei ist"],
    ["/step/scale", "2.000 Personen"],
    ["/differences", "Wo ihr auseinanderliegt"],
    ["/shortlist", "Am einfachsten"],
    ["/costs", /1\.\d{3}.\$/u],
    ["/decision", "Wir nehmen PostgreSQL"],
  ] as const;
  for (const [screen, words] of shown) {
    await page.goto(`/w/${id}${screen}`);
    await expect(main).toContainText(words);
    expect((await main.allInnerTexts()).join().match(ENGLISH) ?? [], screen).toEqual([]);
    await expectNoSidewaysScroll(page);
  }
});

test("every page carries a policy with a nonce of its own, and no header from outside changes it", async ({ request }) => {
  const nonces = new Set<string>();
  for (let n = 0; n < 20; n++) {
    const reply = await request.get("/", {
      headers: { "x-nonce": "evil", "content-security-policy": "script-src *", "x-middleware-subrequest": "proxy" },
    });
    const policy = reply.headers()["content-security-policy"] ?? "";
    nonces.add(/'nonce-([^']+)'/u.exec(policy)?.[1] ?? "");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(reply.headers()["referrer-policy"]).toBe("no-referrer");
    expect(reply.headers()["x-content-type-options"]).toBe("nosniff");
    expect(await reply.text()).not.toContain("evil");
  }
  expect(nonces.size).toBe(20);
});
