import { afterAll, beforeAll, expect, it } from "vitest";
import { startMailSink, type MailSink } from "../../src/demo/sinks/mail-sink.ts";
import { makeDaemonFolder, type DaemonFolder } from "../support/daemon/daemon-folder.ts";
import { runWirewatch, startDaemonProcess, type WirewatchProcess } from "../support/daemon/daemon-process.ts";
import { freePort } from "../support/servers/free-port.ts";
import { waitUntil } from "../support/wait-until.ts";

const [A, B] = ["a@example.org", "b@example.org"] as const;

let sink: MailSink;
let folder: DaemonFolder;
let daemon: WirewatchProcess;

beforeAll(async () => {
  const port = await freePort();
  sink = await startMailSink();
  folder = makeDaemonFolder(`store: sqlite:../data/wirewatch.db
http: {listen: "127.0.0.1:${port}", public_url: "http://127.0.0.1:${port}"}
feeds: []
channels:
  research:
    email: {to: [${A}, ${B}], from: wirewatch@example.org, smtp: {env: SMTP_URL}}
    digest: {every: 2s}
`);
  daemon = await startDaemonProcess(["--config", folder.config], { SMTP_URL: sink.url });
});
afterAll(async () => {
  daemon.kill("SIGKILL");
  await daemon.ended;
  await sink.close();
  folder.remove();
});

function mailsTo(recipient: string): number {
  return sink.mails().filter(({ recipients }) => recipients.includes(recipient)).length;
}

async function digest(...args: string[]): Promise<string> {
  const { stdout, stderr } = await runWirewatch(["digest", ...args, "--config", folder.config]);
  return stdout + stderr;
}

it("one click in a mail program ends the digest for its recipient alone, until an operator resumes it", async () => {
  await waitUntil("both have an edition", 30_000, () => mailsTo(A) > 0 && mailsTo(B) > 0);
  const mail = sink.mails().find(({ recipients }) => recipients.includes(A));
  const [, url = ""] = /<(.+)>/.exec(mail?.headers["list-unsubscribe"] ?? "") ?? [];
  const looked = await fetch(url);
  expect(await looked.text()).toContain("Unsubscribe");
  const body = new URLSearchParams({ "List-Unsubscribe": "One-Click" });
  expect((await fetch(url, { method: "POST", body })).status).toBe(200);
  const before = { a: mailsTo(A), b: mailsTo(B) };
  await waitUntil("the other has two more", 30_000, () => mailsTo(B) > before.b + 1);
  // One may have been on its way when the click came.
  expect(mailsTo(A)).toBeLessThanOrEqual(before.a + 1);
  expect(await digest("list", "research")).toContain(`${A}  dropped, 0 attempts  unsubscribed: since `);
  expect(await digest("send", "research", "1", "--to", A)).toContain(`${A} has unsubscribed`);
  expect(await digest("resume", "research", A)).toContain(`${A} gets the next edition again`);
  const ended = mailsTo(A);
  await waitUntil("it comes again", 30_000, () => mailsTo(A) > ended);
  expect(await digest("send", "research", "1", "--to", "c@example.net")).toContain("no. 1 goes to c@example.net");
  await waitUntil("the edition comes once more", 30_000, () => mailsTo("c@example.net") === 1);
});
