import { expect, expectAccessible, expectNoSidewaysScroll, test, worksheetId } from "./fixtures";

const SCREENS = [
  "",
  "/step/workload",
  "/step/consistency",
  "/step/scale",
  "/step/ops",
  "/step/cost",
  "/differences",
  "/shortlist",
  "/costs",
  "/converge",
  "/decision",
  "/sign",
  "/settings",
];
const VARIANTS = [
  { width: 1280, height: 900, dark: false },
  { width: 1280, height: 900, dark: true },
  { width: 360, height: 740, dark: false },
  { width: 360, height: 740, dark: true },
];

for (const variant of VARIANTS) {
  test(`every screen of the sample is accessible and fits at ${variant.width} px, ${variant.dark ? "dark" : "light"}`, async ({
    person,
  }) => {
    test.setTimeout(150_000);
    const { page } = await person(variant);
    await page.goto("/");
    await expectAccessible(page);
    await page
      .getByRole("button", { name: "Open the sample" })
      .or(page.getByRole("link", { name: "Open the sample" }))
      .click();
    await expect(page).toHaveURL(/\/w\//u);
    const id = worksheetId(page);
    await page.getByRole("button", { name: "Reveal all answers" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Reveal to everyone" }).click();
    await expect(page).toHaveURL(/\/differences$/u);
    for (const screen of SCREENS) {
      await page.goto(`/w/${id}${screen}`);
      await expect(page.getByRole("main")).toBeVisible();
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
    for (const path of ["/catalogue", "/catalogue/postgresql", "/neutrality", "/j", "/nowhere"]) {
      await page.goto(path);
      await expect(page.getByRole("heading").first()).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    }
  });
}

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
