import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { env } from "../env";

export type Received = { to: string[]; raw: string };
type Refusal = { at: "rcpt" | "data"; code: number } | null;

/** A real SMTP server on this machine that keeps what it gets, and refuses or hangs up when told to. */
export async function openMailbox() {
  const received: Received[] = [];
  const state: { refusal: Refusal; onMail: (() => void) | null } = { refusal: null, onMail: null };
  const refuse = (at: "rcpt" | "data") =>
    state.refusal?.at === at ? Object.assign(new Error("Not today, and not for a_secret."), { responseCode: state.refusal.code }) : null;
  const options: SMTPServerOptions = {
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, done) => done(refuse("rcpt")),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const refusal = refuse("data");
        if (refusal !== null) return done(refusal);
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString("utf8") });
        state.onMail?.();
        return done();
      });
    },
  };
  const server = new SMTPServer(options);
  server.on("error", () => undefined);
  await new Promise<void>((done) => {
    server.listen(0, "127.0.0.1", done);
  });
  const { port } = server.server.address() as AddressInfo;
  return {
    received,
    state,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

/** Points the app at a mail server, or at none. */
export function useMailServer(url: string | null): void {
  if (url === null) delete process.env.SMTP_URL;
  else process.env.SMTP_URL = url;
  delete (globalThis as { __shortlistEnv?: unknown }).__shortlistEnv;
  env();
}

/** The parts of a message: its headers by lower-case name, and its text with quoted-printable undone. */
export function readMail({ raw }: Received): { headers: Record<string, string>; body: string } {
  const [head = ""] = raw.split("\r\n\r\n", 1);
  const unfolded = head.replace(/\r\n[ \t]+/gu, " ").split("\r\n");
  const headers = Object.fromEntries(
    unfolded.map((line) => [line.split(":", 1)[0]?.toLowerCase() ?? "", line.slice(line.indexOf(":") + 1).trim()]),
  );
  const soft = raw.slice(head.length).replace(/=\r\n/gu, "");
  const body = Buffer.from(
    soft.replace(/=([0-9A-F]{2})/gu, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
  return { headers, body };
}
