import type { CDPSession, Page } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { expectSaved, openStep, readLink, startWorksheet } from "./pages/worksheet";

const SECTIONS = {
  "What we choose": "We will use PostgreSQL, run by Amazon RDS.",
  "What we chose against": "MySQL, which nobody here has run.",
  Why: "Orders and stock change together.",
  "What would make us reconsider": "Peak writes pass 10,000 a second",
};

test("approvers sign with passkeys of their own, and see what changed since", async ({ person }) => {
  test.setTimeout(150_000);
  const ada = (await person()).page;
  const dee = (await person({ width: 360, height: 740, dark: true })).page;
  const device = await passkeyDevice(dee);
  const link = await aFrozenDecision(ada, "Dee");

  await test.step("Dee makes a passkey, signs, and the record says how the key came to be", async () => {
    await dee.goto(link);
    await dee.getByRole("button", { name: "Continue as Dee" }).click();
    await expect(dee.getByRole("heading", { level: 1 })).toContainText("your approval is asked");
    await expectNoSidewaysScroll(dee);
    await dee.getByRole("radio", { name: /^I disagree and commit/u }).check();
    await dee.getByRole("textbox", { name: /^Why you disagree/u }).fill("Sharding will come.");
    await dee.getByRole("textbox", { name: "Type your name as your signature" }).fill("Dee");
    await dee.getByRole("button", { name: "Make a passkey for this decision" }).click();
    await expect(dee.getByRole("button", { name: "Sign: disagree and commit" })).toBeVisible();
    await expectAccessible(dee);
    await dee.getByRole("button", { name: "Sign: disagree and commit" }).click();
    await expect(dee.getByText(/Level A, signed with a passkey, key made .*, through a link handed over/u)).toBeVisible();
    await expect(ada.getByText(/Level A, signed with a passkey/u)).toBeVisible();
    await expectAccessible(ada);
  });

  await test.step("a changed decision makes that out of date, and shows the words that changed", async () => {
    await ada.getByRole("button", { name: "Make changes" }).first().click();
    await ada.getByRole("dialog").getByRole("button", { name: "Withdraw and edit" }).click();
    await openStep(ada, "Decision");
    await ada.getByRole("textbox", { name: "Why", exact: true }).fill("Orders and stock change at the same moment.");
    await ada.getByRole("textbox", { name: "Why", exact: true }).blur();
    await expectSaved(ada);
    await openStep(ada, "Sign-off");
    await ada.getByRole("button", { name: /Freeze revision 2/u }).click();
    const changed = dee.getByRole("region", { name: "What changed since revision 1" });
    await expect(changed.getByText("together.")).toBeVisible();
    await expect(changed.getByText("at the same moment.")).toBeVisible();
    await expectAccessible(dee);
    await expectNoSidewaysScroll(dee);
  });

  await test.step("a device that does not check who is there signs nothing, and what was typed stays", async () => {
    await dee.getByRole("radio", { name: /^I approve(?!,)/u }).check();
    await dee.getByRole("textbox", { name: "Type your name as your signature" }).fill("Dee");
    await device.setVerified(false);
    await dee.getByRole("button", { name: "Sign: approve revision 2" }).click();
    await expect(dee.getByRole("alert").filter({ hasText: "Your device did not sign" })).toBeVisible();
    await expect(dee.getByRole("textbox", { name: "Type your name as your signature" })).toHaveValue("Dee");
    await device.setVerified(true);
    await dee.getByRole("button", { name: "Sign: approve revision 2" }).click();
    await expect(dee.getByText("1 of 2 answered").first()).toBeVisible();
  });

  await test.step("Eli hands his place on, and the last answer decides", async () => {
    const eli = (await person()).page;
    await ada.getByRole("listitem").filter({ hasText: "Eli" }).getByRole("button", { name: "Lost their link? Make a new one" }).click();
    await eli.goto(await readLink(ada, /#a_[\w-]{43}/u));
    await eli.getByRole("button", { name: "Continue as Eli" }).click();
    await eli.getByRole("button", { name: "Hand my place to somebody else" }).click();
    await eli.getByRole("textbox", { name: "Their name" }).fill("Fay");
    await eli.getByRole("button", { name: "Hand my place on" }).click();
    const fays = await readLink(eli, /#a_[\w-]{43}/u);
    await expect(eli.getByRole("heading", { level: 1 })).toContainText("Fay answers in your place");
    await expectAccessible(eli);
    const fay = (await person()).page;
    await fay.goto(fays);
    await fay.getByRole("button", { name: "Continue as Fay" }).click();
    await fay.getByRole("radio", { name: /^I approve(?!,)/u }).check();
    await fay.getByRole("textbox", { name: "Type your name as your signature" }).fill("Fay");
    await expect(fay.getByText("Without a passkey your answer counts as level C, link handed over.")).toBeVisible();
    await fay.getByRole("button", { name: "Approve revision 2" }).click();
    await expect(fay.getByText(/ADR-0001/u).first()).toBeVisible();
    await expect(ada.getByText("for Eli")).toBeVisible();
  });
});

test("an approver who is written to answers through a link that nobody else saw", async ({ person }) => {
  test.setTimeout(120_000);
  const post = await openPostOffice();
  try {
    const ada = (await person()).page;
    await aFrozenDecision(ada, "Dee");
    await ada.getByRole("button", { name: "Send by e-mail" }).first().click();
    await ada.getByRole("textbox", { name: "Send to" }).fill("dee.okafor@example.org");
    await ada.getByRole("button", { name: "Send", exact: true }).click();
    await expect(ada.getByText(/E-mail sent/u)).toBeVisible();
    const dee = (await person({ width: 360, height: 740 })).page;
    await dee.goto(post.lastLink());
    await dee.getByRole("button", { name: "Continue as Dee" }).click();
    await dee.getByRole("radio", { name: /^I ask for changes/u }).check();
    await dee.getByRole("textbox", { name: "What must change" }).fill("Name who runs it.");
    await dee.getByRole("textbox", { name: "Type your name as your signature" }).fill("Dee");
    await dee.reload();
    await expect(dee.getByRole("radio", { name: /^I ask for changes/u })).toBeChecked();
    await expect(dee.getByRole("textbox", { name: "What must change" })).toHaveValue("Name who runs it.");
    await dee.getByRole("button", { name: "Ask for changes" }).click();
    await expect(dee.getByText("Level B, link sent by e-mail, link sent to d…@example.org")).toBeVisible();
    await expect(ada.getByRole("heading", { level: 1 })).toContainText("Dee asks for changes");
    await expect(ada.getByText("The others can still answer", { exact: false })).toBeVisible();
    await expectAccessible(ada);
    await expectNoSidewaysScroll(dee);
  } finally {
    await post.close();
  }
});

/** A worksheet of one's own, revealed, written and frozen, with two approvers; gives the first one's link. */
async function aFrozenDecision(page: Page, name: string): Promise<string> {
  await startWorksheet(page, { title: "Which database stores the orders?", name: "Ada" });
  await page.getByRole("link", { name: "Start answering" }).click();
  await page.getByRole("radio", { name: /Related records/u }).check();
  await expectSaved(page);
  await page.getByRole("banner").getByRole("link").first().click();
  await page.getByRole("button", { name: "Reveal all answers" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Reveal to everyone" }).click();
  await expect(page).toHaveURL(/\/differences$/u);
  await openStep(page, "Decision");
  for (const [section, text] of Object.entries(SECTIONS)) {
    await page.getByRole("textbox", { name: section, exact: true }).fill(text);
    await page.getByRole("textbox", { name: section, exact: true }).blur();
  }
  await expectSaved(page);
  await openStep(page, "Sign-off");
  await page.getByRole("textbox", { name: "Their name" }).fill(name);
  await page.getByRole("button", { name: "Get their personal link" }).click();
  const link = await readLink(page, /#a_[\w-]{43}/u);
  await page.getByRole("button", { name: "I have sent it" }).click();
  await page.getByRole("textbox", { name: "Their name" }).fill("Eli");
  await page.getByRole("button", { name: "Get their personal link" }).click();
  await page.getByRole("button", { name: "I have sent it" }).click();
  await page.getByRole("button", { name: /Freeze revision 1/u }).click();
  await expect(page.getByText(/waits for/u).first()).toBeVisible();
  return link;
}

/** A virtual device with a resident key and a check of who is there, as phones and laptops have them. */
async function passkeyDevice(page: Page) {
  const client: CDPSession = await page.context().newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    setVerified: (isUserVerified: boolean) => client.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

/** The mail server that the app under test is pointed at (playwright.config.ts). */
async function openPostOffice() {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onData: (stream, _session, done) => {
      let raw = "";
      stream.on("data", (chunk: Buffer) => {
        raw += chunk.toString("utf8");
      });
      stream.on("end", () => {
        mails.push(raw.replace(/=\r\n/gu, "").replace(/=3D/gu, "="));
        done();
      });
    },
  });
  await new Promise<void>((done) => {
    server.listen(3106, "127.0.0.1", done);
  });
  return {
    lastLink: () => /http:\/\/\S+\/j#a_[\w-]{43}/u.exec(mails.at(-1) ?? "")?.[0] ?? "",
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
