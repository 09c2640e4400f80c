import { Readable } from "node:stream";
import { createTransport } from "nodemailer";
import type { Secret } from "../../core/secret.ts";
import { finishInTurns } from "../../core/steps.ts";
import type { Logger } from "../../telemetry/logger.ts";
import type { Channel, Outgoing, RecipientOutcome, SendOutcome } from "../channel.ts";
import { buildMails, writeMails } from "./build-mail.ts";
import { readDkimKey, type DkimSigner } from "./dkim-key.ts";
import type { Mail } from "./mail.ts";
import { MailAddress, type EmailOptions } from "./options.ts";
import { readSmtpFailure, type Unsent } from "./smtp-outcome.ts";
import { readSmtpUrl, type SmtpServer } from "./smtp-url.ts";

export interface EmailChannelInput {
  id: string;
  options: EmailOptions;
  /** The SMTP address with its credentials. */
  smtp: Secret;
  /** The private key of `options.dkim`; none: mails are not signed by us. */
  dkimKey?: Secret;
  /** IANA zone of the times in alerts; editions bring their own. */
  timezone: string;
  log: Logger;
  /** Longest time for one recipient, milliseconds; connecting gets ten seconds of it. */
  timeoutMs?: number;
}

type Transport = ReturnType<typeof connect>;

/**
 * A server may answer late because it scans the message first; whoever hangs up then sends it twice. RFC 5321, section
 * 4.5.3.2.6, asks for ten minutes, which alerts behind it cannot wait.
 */
const PATIENCE_MS = 3 * 60_000;

/**
 * A channel that mails. Every recipient is an envelope of its own with an outcome of its own; the Message-ID comes
 * from the delivery's key, so a mail that had to be sent twice can be told apart from two mails.
 * @throws Error when the SMTP address or the DKIM key cannot be read; the message holds nothing of them
 */
export function createEmailChannel(input: EmailChannelInput): Channel {
  const { id, options, timezone, log } = input;
  const server = readSmtpUrl(input.smtp, id);
  const timeoutMs = input.timeoutMs ?? PATIENCE_MS;
  const transport = connect(server, timeoutMs, signerOf(input));
  transport.on("error", () => log.debug({ channelId: id }, "smtp connection ended with an error"));
  const mailInput = { channelId: id, from: options.from, timezone };

  async function send(outgoing: Outgoing, signal: AbortSignal): Promise<SendOutcome> {
    const mails = await finishInTurns(writeMails(outgoing, mailInput));
    const envelopes = envelopesOf(outgoing, options, mails);
    const results = new Map<string, Unsent | "accepted">();
    for (const { label, address, mail } of envelopes) {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      const result = await sendTo(address, mail, transport, limit).catch((error: unknown) =>
        readSmtpFailure(error, server, id),
      );
      results.set(label, result);
      // What stopped the whole channel would stop the next recipient too.
      if (result !== "accepted" && result.scope === "channel") break;
    }
    const wanted = envelopes.map(({ label }) => label);
    return summarise(results, wanted, { messageId: envelopes[0]?.mail.messageId ?? null, done: outgoing.done });
  }

  return {
    id,
    kind: "email",
    follows: "nothing",
    send,
    confirm: () => Promise.resolve({ kind: "unknown", detail: "a mail server cannot be asked; the Message-ID stays" }),
    render: (outgoing) => printMails(envelopesOf(outgoing, options, buildMails(outgoing, mailInput))),
    close: () => {
      transport.close();
      return Promise.resolve();
    },
  };
}

/** Signed for the domain of the sender unless another is given. */
function signerOf({ id, options: { dkim, from }, dkimKey }: EmailChannelInput): DkimSigner | null {
  if (!dkim || dkimKey === undefined) return null;
  const domain = dkim.domain ?? from.slice(from.lastIndexOf("@") + 1);
  return readDkimKey({ domain, selector: dkim.selector, key: dkimKey }, id);
}

function connect({ host, port, secure, requireTLS, auth }: SmtpServer, timeoutMs: number, dkim: DkimSigner | null) {
  const wait = Math.min(10_000, timeoutMs);
  return createTransport({
    pool: true,
    host,
    port,
    secure,
    requireTLS,
    ...(auth === null ? {} : { auth }),
    ...(dkim === null ? {} : { dkim }),
    maxConnections: 1,
    // Its own repetition of a mail whose connection closed would be a second mail that nobody recorded.
    maxRequeues: 0,
    idleTimeout: 20_000,
    connectionTimeout: wait,
    greetingTimeout: wait,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** One mail to one recipient. */
interface Envelope {
  address: string;
  mail: Mail;
  /** What the ledger remembers: the address, with the part where there are several. */
  label: string;
}

/** What this attempt is to send: who has a mail already, or does not want it, does not get it again. */
function envelopesOf(
  { recipient, done, refused }: Outgoing,
  { to }: EmailOptions,
  mails: readonly Mail[],
): readonly Envelope[] {
  const addresses = recipient === null ? [...new Set(to)] : [recipient];
  return addresses
    .flatMap((address) =>
      mails.map((mail, index) => {
        const label = mails.length === 1 ? address : `${address}, part ${index + 1} of ${mails.length}`;
        return { address, mail, label };
      }),
    )
    .filter(({ label }) => !done.includes(label) && !refused.includes(label));
}

async function sendTo(
  recipient: string,
  mail: Mail,
  transport: Transport,
  signal: AbortSignal,
): Promise<Unsent | "accepted"> {
  // nodemailer reads a line break in an address as one recipient more, so nothing unchecked may reach it.
  if (!MailAddress.safeParse(recipient).success) {
    const detail = "the recipient is not a plain address: check email.to";
    return { kind: "rejected", reason: "rejected-recipient", detail, scope: "message", recipients: [] };
  }
  await transport.sendMail({
    ...mail,
    ...inPieces(mail),
    to: { name: "", address: recipient },
    envelope: { from: mail.from.address, to: [recipient] },
    disableFileAccess: true,
    disableUrlAccess: true,
    signal,
  });
  return "accepted";
}

/** A longer text is encoded piece by piece, else everybody would wait for all of it. */
const LONG = 200_000;
const PIECE = 16_384;

function inPieces({ text, html }: Mail): { text?: Readable; html?: Readable; textEncoding?: "base64" } {
  if (text.length + html.length < LONG) return {};
  return { text: Readable.from(piecesOf(text)), html: Readable.from(piecesOf(html)), textEncoding: "base64" };
}

function* piecesOf(text: string): Generator<Buffer> {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = from + PIECE;
    if (/^[\uDC00-\uDFFF]/.test(text.charAt(to))) to += 1;
    yield Buffer.from(text.slice(from, to));
  }
}

/** One outcome out of those of the recipients: as long as one is to be tried again, the delivery is. */
function summarise(
  results: ReadonlyMap<string, Unsent | "accepted">,
  wanted: readonly string[],
  { messageId, done }: { messageId: string | null; done: readonly string[] },
): SendOutcome {
  const recipients = wanted.map((recipient) => recipientOutcome(recipient, results.get(recipient)));
  const unsent = [...results.values()].filter((result) => result !== "accepted");
  const stopped = unsent.find((result) => result.scope === "channel");
  const again = stopped ?? unsent.find((result) => result.kind === "retry");
  if (again !== undefined) return { ...again, recipients };
  const accepted = done.length > 0 || recipients.some(({ kind }) => kind === "accepted");
  const [refused] = unsent;
  return accepted || refused === undefined ? { kind: "sent", ref: messageId, recipients } : { ...refused, recipients };
}

function recipientOutcome(recipient: string, result: Unsent | "accepted" | undefined): RecipientOutcome {
  if (result === undefined)
    return { recipient, kind: "retry", detail: "not tried: the mail server has to come back first" };
  if (result === "accepted") return { recipient, kind: "accepted", detail: "the mail server took the message" };
  const again = result.kind === "retry" || result.scope === "channel";
  return { recipient, kind: again ? "retry" : "rejected", detail: result.detail };
}

/** The mails as they can be read: headers, text part, HTML part; recipients of one mail together. */
function printMails(envelopes: readonly Envelope[]): string {
  const byMail = Map.groupBy(envelopes, ({ mail }) => mail);
  return [...byMail]
    .map(([mail, group]) =>
      printMail(
        mail,
        group.map(({ address }) => address),
      ),
    )
    .join("\n");
}

function printMail(mail: Mail, recipients: readonly string[]): string {
  const headers = {
    From: `${mail.from.name} <${mail.from.address}>`,
    To: recipients.join(", "),
    Subject: mail.subject,
    "Message-ID": mail.messageId,
    ...(mail.references === undefined ? {} : { References: mail.references, "In-Reply-To": mail.inReplyTo }),
    ...mail.headers,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...lines, "", mail.text, "", mail.html].join("\n");
}
