import type { SendOutcome } from "../channel.ts";
import { cleanLine } from "../clean-text.ts";
import { neverLeft } from "../network-error.ts";
import type { SmtpServer } from "./smtp-url.ts";

export type Unsent = Exclude<SendOutcome, { kind: "sent" }>;

/** What nodemailer says about a failure; the reply code decides, its own `code` is EENVELOPE for 451 and 550 alike. */
interface SmtpFailure {
  code: string;
  /** The server's reply code; null: it did not speak. */
  reply: number | null;
  response: string;
  command: string;
  timeoutType: string;
}

const CREDENTIALS =
  "check user and password of the SMTP address and reload wirewatch (restart it if the environment has it)";
const LOGIN_CODES = new Set([530, 534, 535, 538]);
const BEFORE_SENDING = new Set(["EDNS", "ETLS", "EPROXY", "EREQUIRETLS"]);
const BEFORE_GREETING = new Set(["CONNECTION_TIMEOUT", "GREETING_TIMEOUT"]);

function readFailure(error: unknown): SmtpFailure {
  const fields: Record<string, unknown> = typeof error === "object" && error !== null ? { ...error } : {};
  const { code, responseCode, response, command, timeoutType } = fields;
  return {
    code: typeof code === "string" ? code : error instanceof Error ? error.name : "",
    reply: typeof responseCode === "number" && responseCode >= 400 ? responseCode : null,
    response: typeof response === "string" ? response : "",
    command: typeof command === "string" ? command : "",
    timeoutType: typeof timeoutType === "string" ? timeoutType : "",
  };
}

/** Translates what sending to one recipient threw. The detail holds the server's words, never credentials. */
export function readSmtpFailure(error: unknown, server: SmtpServer, channelId: string): Unsent {
  const failure = readFailure(error);
  if (failure.code === "EAUTH" || failure.code === "ENOAUTH" || isLoginReply(failure))
    return readLogin(failure, server);
  if (failure.reply !== null) return readReply(failure, failure.reply, server, channelId);
  return readSilence(error, failure, server);
}

function isLoginReply({ reply }: SmtpFailure): boolean {
  return reply !== null && LOGIN_CODES.has(reply);
}

function readLogin({ reply }: SmtpFailure, { host }: SmtpServer): Unsent {
  if (reply !== null && reply < 500) {
    return retry("refused-for-now", `${host} cannot check the login now (${reply})`, { scope: "channel" });
  }
  const code = reply === null ? "" : ` (${reply})`;
  return rejected("bad-credentials", `${host} refused the login${code}: ${CREDENTIALS}`, "channel");
}

/** The server spoke, so it is known that the message was not taken (RFC 5321, section 4.2.1: 4yz later, 5yz never). */
function readReply(failure: SmtpFailure, reply: number, server: SmtpServer, channelId: string): Unsent {
  const { host } = server;
  const words = `${host} answered ${wordsOf(failure, server)}`;
  const oneMessage = failure.command === "RCPT TO" || failure.command === "DATA";
  // 503 speaks of the session and not of the message, 421 and whatever comes before MAIL FROM of the server.
  if (reply < 500 || reply === 503 || failure.command === "CONN") {
    return oneMessage && reply !== 421
      ? retry("put-off", words, { scope: "message" })
      : retry("refused-for-now", words, { scope: "channel" });
  }
  if (failure.command === "STARTTLS") {
    const remedy = "use a port that offers it, or write ?tls=optional to send in plain text, and reload wirewatch";
    return rejected("unknown-channel", `${host} offers no STARTTLS (${reply}): ${remedy}`, "channel");
  }
  if (failure.command === "RCPT TO" && isPolicy(failure)) {
    const remedy = `let ${host} take mail from here: its login in the SMTP URL of channel ${channelId}, its relay rules, or a block list`;
    return rejected("bad-credentials", `${words}: ${remedy}`, "channel");
  }
  if (failure.command === "RCPT TO") {
    return rejected("rejected-recipient", `${words}: check the address under email.to`, "message");
  }
  if (failure.command === "DATA" || reply === 552) {
    return rejected("message-refused", `${words}: the server does not take this message`, "message");
  }
  const remedy = `check email.from of channel ${channelId} and reload wirewatch`;
  return rejected("message-refused", `${words}: ${remedy}`, "channel");
}

/** Security or policy, which speaks of who sends and not of the mailbox (RFC 3463, section 3.8). */
function isPolicy({ response }: SmtpFailure): boolean {
  return /^5\d\d[ -]5\.7\.\d/u.test(response);
}

/** The server did not speak: whether the message arrived is only known where it cannot have left. */
function readSilence(error: unknown, failure: SmtpFailure, { host }: SmtpServer): Unsent {
  const { code, timeoutType } = failure;
  if (code === "EENVELOPE") return rejected("rejected-recipient", "the address is not a valid one", "message");
  const before =
    BEFORE_SENDING.has(code) || BEFORE_GREETING.has(timeoutType) || neverLeft(error) || neverLeft(originalOf(error));
  if (code === "ETIMEDOUT" || code === "EABORT") {
    return retry("timeout", `${host} did not answer in time`, { scope: "channel", ambiguous: !before });
  }
  const detail = before
    ? `${host} could not be reached (${codeWords(error, code)})`
    : `the connection to ${host} broke`;
  return retry("unreachable", detail, { scope: "channel", ambiguous: !before });
}

/** nodemailer puts its own code over the system's and keeps that one as `originalCode`. */
function originalOf(error: unknown): Error {
  const code = error instanceof Error && "originalCode" in error ? error.originalCode : undefined;
  return Object.assign(new Error("original"), { code });
}

function codeWords(error: unknown, code: string): string {
  const original = originalOf(error);
  return "code" in original && typeof original.code === "string" ? original.code : code;
}

function wordsOf({ response }: SmtpFailure, { auth }: SmtpServer): string {
  const words = cleanLine(response, 200);
  if (auth === null) return words;
  const secrets = [auth.pass, Buffer.from(auth.pass).toString("base64")].filter((secret) => secret !== "");
  return secrets.reduce((text, secret) => text.replaceAll(secret, "[redacted]"), words);
}

function rejected(
  reason: Extract<Unsent, { kind: "rejected" }>["reason"],
  detail: string,
  scope: Unsent["scope"],
): Unsent {
  return { kind: "rejected", reason, detail, scope, recipients: [] };
}

function retry(
  reason: Extract<Unsent, { kind: "retry" }>["reason"],
  detail: string,
  { scope, ambiguous = false }: { scope: Unsent["scope"]; ambiguous?: boolean },
): Unsent {
  return { kind: "retry", reason, detail, retryAfterMs: null, scope, ambiguous, recipients: [] };
}
