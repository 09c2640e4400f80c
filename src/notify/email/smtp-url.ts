import { isIP } from "node:net";
import { UnusableSecretError, type Secret } from "../../core/secret.ts";

/** How to reach a mail server; `null` credentials: none needed. */
export interface SmtpServer {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). */
  secure: boolean;
  /** Refuse to go on in plain text: whenever a password would travel. */
  requireTLS: boolean;
  auth: { user: string; pass: string } | null;
}

/**
 * Reads `smtps://user:password@host:465` or `smtp://host:587`. STARTTLS is required wherever a password is sent to
 * another machine; `?tls=optional` allows plain text there, `?tls=required` refuses it everywhere.
 * @throws UnusableSecretError that names the channel and holds nothing of the address
 */
export function readSmtpUrl(address: Secret, channelId: string): SmtpServer {
  const text = address.reveal().trim();
  const problem = `The SMTP address of channel ${channelId} cannot be used: write smtps://user:password@host:465 or smtp://host:587, with special characters percent-encoded`;
  if (!URL.canParse(text)) throw new UnusableSecretError(problem);
  const url = new URL(text);
  const secure = url.protocol === "smtps:";
  if ((!secure && url.protocol !== "smtp:") || url.hostname === "") throw new UnusableSecretError(problem);
  const auth = readCredentials(url, problem);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return {
    host,
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && requiresTLS(url, auth !== null && !isLoopback(host), problem),
    auth,
  };
}

function requiresTLS({ searchParams }: URL, usually: boolean, problem: string): boolean {
  const asked = searchParams.get("tls");
  if (asked !== null && asked !== "optional" && asked !== "required") throw new UnusableSecretError(problem);
  return asked === null ? usually : asked === "required";
}

function readCredentials(url: URL, problem: string): SmtpServer["auth"] {
  if (url.username === "") return null;
  try {
    return { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) };
  } catch {
    // oxlint-disable-next-line preserve-caught-error -- the cause would carry the password
    throw new UnusableSecretError(problem);
  }
}

function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || (isIP(host) === 4 && host.startsWith("127."));
}
