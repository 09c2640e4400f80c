import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { createServer, getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import type { MailSink } from "../../src/demo/sinks/mail-sink.ts";
import { emailRig, SECRETS, type Rig } from "../support/channels/channel-rigs.ts";
import { testCertificate, testKey } from "../support/feeds/feed-server.ts";
import { alert, digest, outgoing, persianStory, roundup } from "../support/channels/messages.ts";
import { verifyDkim } from "../support/channels/verify-dkim.ts";

const open: Rig[] = [];
afterEach(async () => {
  for (const rig of open.splice(0)) await rig.close();
});

async function using(options: Parameters<typeof emailRig>[0]): Promise<Rig & { sink: MailSink }> {
  const rig = await emailRig(options);
  open.push(rig);
  return rig;
}

const never = new AbortController().signal;
const tls = { key: testKey(), cert: testCertificate() };

describe("a mail server with STARTTLS", () => {
  it("gets login and mail over TLS when its certificate is good", async () => {
    const before = getCACertificates("default");
    setDefaultCACertificates([...before, testCertificate()]);
    const rig = await using({ query: "?tls=required", sink: { tls } });
    const outcome = await rig.channel.send(outgoing(alert()), never);
    setDefaultCACertificates(before);
    expect(outcome.kind).toBe("sent");
    expect(rig.sink.mails()).toHaveLength(1);
  });

  it("whose certificate nobody vouches for gets neither password nor mail", async () => {
    const rig = await using({ sink: { tls } });
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(outcome).toMatchObject({ kind: "retry", reason: "unreachable", scope: "channel", ambiguous: false });
    expect([rig.sink.logins(), rig.sink.mails()]).toEqual([0, []]);
  });

  it("is required where the address says so: a server without it gets neither password nor mail", async () => {
    const rig = await using({ query: "?tls=required" });
    const outcome = await rig.channel.send(outgoing(alert()), never);
    expect(outcome).toMatchObject({ kind: "rejected", reason: "unknown-channel", scope: "channel" });
    expect(outcome).toHaveProperty("detail", expect.stringContaining("offers no STARTTLS"));
    expect([rig.sink.logins(), rig.sink.mails()]).toEqual([0, []]);
  });
});

describe("a mail server that speaks TLS from the first byte", () => {
  /** Takes TLS off before a server in plain text. */
  async function tlsPort(plainUrl: string): Promise<{ port: number; close: () => void }> {
    const server = createServer(tls, (socket) => {
      const plain = connect(Number(new URL(plainUrl).port), "127.0.0.1");
      socket.pipe(plain).pipe(socket);
      for (const end of [socket, plain]) end.on("error", () => {});
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    return { port: typeof address === "object" && address !== null ? address.port : 0, close: () => server.close() };
  }

  it.each([
    ["gets login and mail when its certificate is good", true],
    ["gets neither when nobody vouches for its certificate", false],
  ])("%s", async (_fact, isTrusted) => {
    const plain = await using({});
    const { port, close } = await tlsPort(plain.sink.url);
    const before = getCACertificates("default");
    if (isTrusted) setDefaultCACertificates([...before, testCertificate()]);
    const rig = await using({ scheme: "smtps", port });
    const outcome = await rig.channel.send(outgoing(alert()), never);
    setDefaultCACertificates(before);
    expect([outcome.kind, plain.sink.logins(), plain.sink.mails().length]).toEqual(
      isTrusted ? ["sent", 1, 1] : ["retry", 0, 0],
    );
    close();
  });
});

describe("a mail server", () => {
  it.each(["PLAIN", "LOGIN", "CRAM-MD5"])("that wants the login as %s gets it so", async (method) => {
    const rig = await using({ sink: { authMethods: [method] } });
    expect(await rig.channel.send(outgoing(alert()), never)).toMatchObject({ kind: "sent" });
    expect(rig.lines()).not.toContain(SECRETS.password);
  });

  it.each([
    ["in plain text", undefined],
    ["signed", "dkim"],
  ] as const)("gets a summary of a thousand alerts whole, %s", async (_how, dkim) => {
    const stories = Array.from({ length: 1000 }, (_, at) => ({ ...persianStory(), headline: `گزارش ${at}` }));
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const rig = await using(dkim === undefined ? {} : { dkim: { selector: "w", key } });
    expect(await rig.channel.send(outgoing(roundup({ stories })), never)).toMatchObject({ kind: "sent" });
    const [mail] = rig.sink.mails();
    for (const part of [mail?.text, mail?.html])
      expect(new Set(part?.match(/گزارش \d+/g))).toEqual(new Set(stories.map(({ headline }) => headline)));
    expect(mail?.raw().includes("DKIM-Signature")).toBe(dkim !== undefined);
  });

  it("hears one login for many mails and recipients", async () => {
    const rig = await using({ to: ["a@example.org", "b@example.org", "c@example.org"] });
    for (const key of ["one", "two", "three"]) await rig.channel.send(outgoing(alert(), { key }), never);
    expect(rig.sink.mails()).toHaveLength(9);
    expect(rig.sink.logins()).toBe(1);
  });

  it("that ends an idle session gets the next mail over a new one, once", async () => {
    const rig = await using({});
    await rig.channel.send(outgoing(alert(), { key: "one" }), never);
    rig.sink.dropIdle();
    const outcome = await rig.channel.send(outgoing(alert(), { key: "two" }), never);
    const settled =
      outcome.kind === "sent" ? outcome : await rig.channel.send(outgoing(alert(), { key: "two" }), never);
    expect(settled.kind).toBe("sent");
    expect(rig.sink.mails()).toHaveLength(2);
    expect(rig.sink.logins()).toBe(2);
  });
});

describe("a mail on the wire", () => {
  const persian = digest({ stories: Array.from({ length: 40 }, persianStory) });

  it.each([
    ["a Persian alert", { kind: "alert", story: persianStory() } as const],
    ["a long edition in several scripts", persian],
    ["a headline that is one long word", alert({ headline: "x".repeat(5000) })],
  ])("of %s passes any server: ASCII, lines of at most 998 octets, CRLF", async (_name, message) => {
    const rig = await using({});
    await rig.channel.send(outgoing(message), never);
    const raw = rig.sink.mails()[0]?.raw() ?? "";
    // oxlint-disable-next-line no-control-regex -- anything but printable ASCII, tabs and line breaks
    expect(/[^\t\r\n\x20-\x7e]/.exec(raw)).toBeNull();
    expect(raw.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const longest = Math.max(...raw.split("\r\n").map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(998);
  });

  it("comes out as it was put in, with a direction for every text", async () => {
    const rig = await using({});
    await rig.channel.send(outgoing({ kind: "alert", story: persianStory() }), never);
    const [mail] = rig.sink.mails();
    const headline = persianStory().headline;
    expect(mail?.headers["subject"]).toBe(`Urgent: \u2068${headline}\u2069`);
    expect(mail?.text).toContain(headline);
    expect(mail?.html).toMatch(new RegExp(`dir="auto"[^>]*><a [^>]*>${headline}`));
  });
});

describe("a signed mail", () => {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

  it.each([
    ["an alert", alert()],
    ["a Persian alert", { kind: "alert", story: persianStory() } as const],
    ["an edition", digest()],
  ])("of %s holds for its body and for the headers that matter", async (_name, message) => {
    const rig = await using({ dkim: { selector: "w1", key } });
    await rig.channel.send(outgoing(message), never);
    const { tags, ...held } = verifyDkim(rig.sink.mails()[0]?.raw() ?? "", publicKey);
    expect(held).toEqual({ body: true, headers: true });
    expect([tags.get("d"), tags.get("s")]).toEqual(["example.org", "w1"]);
    expect(tags.get("h")?.split(":")).toEqual(
      expect.arrayContaining(["from", "to", "subject", "date", "message-id", "list-id"]),
    );
  });

  it("of an edition also holds for the headers that end it, as RFC 8058 asks", async () => {
    const rig = await using({ dkim: { selector: "w1", key } });
    await rig.channel.send(outgoing(digest(), { unsubscribeUrl: "https://news.example.org/u/token" }), never);
    const { tags, ...held } = verifyDkim(rig.sink.mails()[0]?.raw() ?? "", publicKey);
    expect(held).toEqual({ body: true, headers: true });
    expect(tags.get("h")?.split(":")).toEqual(
      expect.arrayContaining(["list-unsubscribe", "list-unsubscribe-post", "references"]),
    );
  });

  it("no longer holds when a word of it is changed", async () => {
    const rig = await using({ dkim: { selector: "w1", key, domain: "news.example.org" } });
    await rig.channel.send(outgoing(alert()), never);
    const raw = rig.sink.mails()[0]?.raw() ?? "";
    const { tags, ...held } = verifyDkim(raw.replace("Urgent", "Urgunt").replaceAll("embassy", "embossy"), publicKey);
    expect(held).toEqual({ body: false, headers: false });
    expect(tags.get("d")).toBe("news.example.org");
  });

  it("shows its key neither in what is rendered nor in the log", async () => {
    const rig = await using({ dkim: { selector: "w1", key } });
    const words = key.split("\n")[3] ?? key;
    await rig.channel.send(outgoing(alert()), never);
    expect(`${rig.channel.render(outgoing(alert()))}${rig.lines()}`).not.toContain(words);
  });
});
