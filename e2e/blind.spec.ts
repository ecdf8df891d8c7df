import type { Page } from "@playwright/test";
import { expect, test, worksheetId } from "./fixtures";
import { expectSaved, joinByLink, openStep, startByForm } from "./pages/worksheet";

// Twelve digits: five would now and then stand in a request id.
const CANARIES = ["735190264813", "canary-reason-8841", "canary-note-5527"];
const NUMBER_AS_SHOWN = "735,190,264,813";

test("before the reveal nothing that Bo answered reaches Ada's or Cy's browser, in any byte", async ({ person }) => {
  // Eight screens in two browsers, each until the network is quiet.
  test.setTimeout(180_000);
  const ada = (await person()).page;
  const bo = (await person()).page;
  const cy = (await person()).page;
  const seen = [record(ada), record(cy)];

  const { joinLink } = await startByForm(ada, { title: "Where do the readings go?", name: "Ada" });
  await joinByLink(bo, { link: joinLink, name: "Bo" });
  await joinByLink(cy, { link: joinLink, name: "Cy" });

  await openStep(bo, "Scale");
  await bo.getByRole("textbox", { name: "Peak writes, In 3 years" }).fill(CANARIES[0] ?? "");
  await bo.getByRole("textbox", { name: /Why these numbers/u }).fill(CANARIES[1] ?? "");
  await bo.getByRole("textbox", { name: "Something others here may not know" }).fill(CANARIES[2] ?? "");
  await bo.getByRole("button", { name: /I’m ready/u }).click();
  await expectSaved(bo);

  // Somebody to differ with, so that the differences have something to say after the reveal.
  await openStep(cy, "Scale");
  await cy.getByRole("textbox", { name: "Peak writes, In 3 years" }).fill("100");
  await cy.getByRole("textbox", { name: "Peak writes, In 3 years" }).blur();
  await expectSaved(cy);

  // Every page and every read there is, from both browsers; the stream has been open all the while.
  const id = worksheetId(ada);
  for (const page of [ada, cy]) {
    for (const screen of ["", "/step/scale", "/differences", "/shortlist", "/costs", "/decision", "/sign", "/settings"])
      await page.goto(`/w/${id}${screen}`, { waitUntil: "networkidle" }).catch(() => page.waitForLoadState());
    for (const path of ["", "/shortlist", "/costs", "/disagreement", "/answers.csv", "/costs.csv", "/adr.md", "/record.json", "/links"]) {
      await page.evaluate((url) => fetch(url).then((response) => response.text()), `/api/v1/worksheets/${id}${path}`);
    }
  }
  for (const bodies of seen) {
    const texts = await Promise.all(bodies());
    expect(texts.length).toBeGreaterThan(20);
    for (const canary of [...CANARIES, NUMBER_AS_SHOWN]) expect(texts.filter((text) => text.includes(canary))).toEqual([]);
  }

  // The same ears hear it once it is revealed: the recording is not deaf.
  await ada.goto(`/w/${id}`);
  await ada.getByRole("button", { name: "Reveal all answers" }).click();
  await ada.getByRole("dialog").getByRole("button", { name: "Reveal to everyone" }).click();
  await expect(ada).toHaveURL(/\/differences\?view=reading$/u);
  for (const canary of CANARIES.slice(1)) {
    const heard = async () => (await Promise.all((seen[0] ?? (() => []))())).some((text) => text.includes(canary));
    await expect.poll(heard).toBe(true);
  }
});

/** Keeps the body of every response that a page receives; a body that is gone (a redirect, a stream) counts as empty. */
function record(page: Page): () => Promise<string>[] {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (/\/_next\/static\//u.test(response.url()) || response.headers()["content-type"]?.includes("event-stream")) return;
    bodies.push(
      response.body().then(
        (body) => body.toString("utf8"),
        () => "",
      ),
    );
  });
  return () => bodies;
}
