import { enlargeText, expect, expectNoSidewaysScroll, test, worksheetId } from "./fixtures";
import { callAs } from "./pages/calls";
import { expectSaved, joinByLink, openStep, readLink, startByForm } from "./pages/worksheet";

const WRITES = "Peak writes, Today";
const NOTE = "Something others here may not know";

test("what is typed without a network survives half an hour and a reload, and arrives when the line is back", async ({ person }) => {
  const { page, context } = await person();
  await page.clock.install();
  // A stream that is open stays so when the browser is switched offline; one that a dead line ends does not.
  await context.route("**/events*", (route) => route.abort("internetdisconnected"));
  await startByForm(page, { title: "Which store for sessions?", name: "Ada" });
  await openStep(page, "Scale");
  const id = worksheetId(page);
  // The server is out of reach for writes, as with a dead line, while the page itself can still be reloaded.
  await context.route("**/api/v1/worksheets/*/answers/**", (route) => route.abort("internetdisconnected"));
  await page.getByRole("textbox", { name: WRITES }).fill("1.5k");
  await page.getByRole("textbox", { name: WRITES }).blur();
  await expect(page.getByText(/kept on this device|waiting|Offline/u).first()).toBeVisible();
  await context.setOffline(true);
  await page.clock.fastForward("30:00");
  await page.getByRole("textbox", { name: "Peak reads, Today" }).fill("7");
  await page.getByRole("textbox", { name: "Peak reads, Today" }).blur();
  await expect(page.getByTestId("save-state")).toContainText(/Offline since .*2 answers waiting/u);
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByRole("textbox", { name: WRITES })).toHaveValue(/1[.,]?5(k|00)/u);
  await context.unroute("**/events*");
  await context.unroute("**/api/v1/worksheets/*/answers/**");
  await expectSaved(page);
  const view = await page.evaluate((url) => fetch(url).then((response) => response.json()), `/api/v1/worksheets/${id}`);
  expect((view as { answers: { value: number }[] }).answers.map((answer) => answer.value).toSorted()).toEqual([1500, 7]);
  // What was replaced can be taken back for ten seconds, and for as long as somebody is at the offer.
  await page.getByRole("textbox", { name: WRITES }).fill("9");
  await page.getByRole("textbox", { name: WRITES }).blur();
  const undo = page.getByRole("region", { name: "Undo" });
  await undo.getByRole("button", { name: "Undo" }).focus();
  await undo.hover();
  await page.mouse.move(0, 0);
  await page.clock.fastForward("00:30");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: WRITES })).toHaveValue(/1[.,]?5(k|00)/u);
  await expectSaved(page);
  // What the header says of it has room in the narrowest window and with the largest letters.
  await page.setViewportSize({ width: 320, height: 740 });
  await enlargeText(page);
  await expectNoSidewaysScroll(page);
});

test("what is typed and chosen before the page's scripts are there is saved with them", async ({ person }) => {
  const { page } = await person();
  const scripts: (() => void)[] = [];
  let areHeld = true;
  await page.route("**/_next/static/**/*.js*", async (route) => {
    if (areHeld) await new Promise<void>((go) => scripts.push(go));
    await route.continue();
  });
  const release = () => {
    areHeld = false;
    for (const go of scripts.splice(0)) go();
  };
  await page.goto("/", { waitUntil: "commit" });
  await page.getByRole("textbox", { name: "What are you deciding?" }).fill("Where do the pins go?");
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
  release();
  await page.getByRole("button", { name: "Start worksheet" }).click();
  await expect(page.getByRole("heading", { name: "Where do the pins go?" })).toBeVisible();

  areHeld = true;
  await page.goto(`/w/${worksheetId(page)}/step/workload`, { waitUntil: "commit" });
  await page.getByRole("radio", { name: /Whole documents/u }).check({ force: true });
  await page.getByRole("textbox", { name: NOTE }).fill("Marketing plans a second country");
  await page.getByRole("textbox", { name: /How much of the traffic is reading/u }).fill("80");
  release();
  await expect(async () => {
    const { answers } = (await callAs(page, "GET", "")) as { answers: { value: unknown }[] };
    expect(answers.map(({ value }) => value).sort()).toEqual([80, "Marketing plans a second country", "document"]);
  }).toPass();
});

test("while the database is away the screen says what is kept, and sends it when it is back", async ({ person }) => {
  const { page, context } = await person();
  await startByForm(page, { title: "Which store for invoices?", name: "Ada" });
  await openStep(page, "Scale");
  const problem = { type: "urn:shortlist:unavailable", title: "The database is away.", status: 503, code: "unavailable" };
  await context.route("**/api/v1/worksheets/*/answers/**", (route) =>
    route.fulfill({ status: 503, headers: { "retry-after": "1" }, contentType: "application/problem+json", body: JSON.stringify(problem) }),
  );
  await page.getByRole("textbox", { name: WRITES }).fill("40");
  await page.getByRole("textbox", { name: WRITES }).blur();
  await expect(page.getByText(/1 answer is kept on this device/u)).toBeVisible();
  await context.unroute("**/api/v1/worksheets/*/answers/**");
  await expectSaved(page);
});

test("an answer changed in two places shows both and asks", async ({ person }) => {
  const first = await person();
  await startByForm(first.page, { title: "Which store for carts?", name: "Ada" });
  await openStep(first.page, "Scale");
  await expect(first.page.getByRole("textbox", { name: WRITES })).toBeVisible();
  const second = await first.context.newPage();
  // The second tab hears nothing, as with a stream that died, and its own answer is held up on the way.
  await second.route("**/api/v1/worksheets/*", (route) => (route.request().method() === "GET" ? route.abort() : route.continue()));
  await second.route("**/events*", (route) => route.abort());
  await second.route("**/api/v1/worksheets/*/answers/**", (route) => route.abort());
  await second.goto(first.page.url());
  await second.getByRole("textbox", { name: WRITES }).fill("200");
  await second.getByRole("textbox", { name: WRITES }).blur();
  await expect(second.getByText(/kept on this device|waiting|Offline/u).first()).toBeVisible();
  await first.page.getByRole("textbox", { name: WRITES }).fill("100");
  await first.page.getByRole("textbox", { name: WRITES }).blur();
  await expectSaved(first.page);
  await second.unroute("**/api/v1/worksheets/*/answers/**");
  await expect(second.getByText("This was changed elsewhere while you typed. Which one counts?")).toBeVisible({ timeout: 20_000 });
  await expect(second.getByText("Saved elsewhere").first()).toBeVisible();
  await second.getByRole("button", { name: "Keep yours" }).click();
  await expectSaved(second);
});

test("wrong and revoked links open the same page, with a way on", async ({ person }) => {
  const ada = (await person()).page;
  const { joinLink } = await startByForm(ada, { title: "Which store for logs?", name: "Ada" });
  const wrong = (await person()).page;
  await wrong.goto(joinLink.replace(/.{6}$/u, "AAAAAA"));
  await expect(wrong.getByRole("heading", { name: "This link does not open anything" })).toBeVisible();
  await expect(wrong.getByRole("textbox", { name: "Join code or link" })).toBeVisible();
  const foreign = (await person()).page;
  const reply = await foreign.goto(`/w/${worksheetId(ada)}`);
  expect(reply?.status()).toBe(404);
  await expect(foreign.getByRole("heading", { name: "This link does not open anything" })).toBeVisible();
  await foreign.getByRole("link", { name: /code/u }).click();
  await expect(foreign.getByRole("textbox", { name: "Join code or link" })).toBeVisible();
});

test("the token leaves the address at once and is in no request, no history entry and no storage", async ({ person }) => {
  const ada = (await person()).page;
  const { joinLink } = await startByForm(ada, { title: "Which store for mails?", name: "Ada" });
  const token = joinLink.split("#")[1] ?? "";
  const bo = (await person()).page;
  const urls: string[] = [];
  bo.on("request", (request) => urls.push(request.url(), request.headers().referer ?? ""));
  await joinByLink(bo, { link: joinLink, name: "Bo" });
  expect(urls.filter((url) => url.includes(token))).toEqual([]);
  await bo.goBack();
  expect(bo.url()).not.toContain(token);
  const stored = await bo.evaluate(() => JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie]));
  expect(stored).not.toContain(token);
});

test("a person comes back on another device by their return link", async ({ person }) => {
  const ada = (await person()).page;
  const { joinLink } = await startByForm(ada, { title: "Which store for files?", name: "Ada" });
  const bo = (await person()).page;
  await joinByLink(bo, { link: joinLink, name: "Bo" });
  const returnLink = await readLink(bo, /#r_[\w-]{43}/u);
  await bo.getByRole("button", { name: "QR code" }).click();
  await expect(bo.getByRole("img", { name: /return link/u }).locator("path")).toBeAttached();
  const phone = (await person({ width: 360, height: 740 })).page;
  await phone.goto(returnLink);
  await phone.getByRole("button", { name: "Continue as Bo" }).click();
  await expect(phone).toHaveURL(/\/w\//u);
});
