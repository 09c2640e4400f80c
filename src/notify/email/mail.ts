import { hashOf } from "../../core/hash.ts";

/** One mail, ready for nodemailer; the recipient is added when it is sent. */
export interface Mail {
  from: { name: string; address: string };
  subject: string;
  messageId: string;
  /** Mails before it, so that mail programs show editions together. */
  references?: string;
  inReplyTo?: string;
  priority: "high" | "normal";
  headers: Record<string, string>;
  text: string;
  html: string;
}

export interface MailInput {
  channelId: string;
  from: string;
  timezone: string;
}

export function domainOf({ from }: MailInput): string {
  return from.slice(from.lastIndexOf("@") + 1);
}

/** The same key gives the same Message-ID at every attempt. */
export function messageIdOf(key: string, domain: string): string {
  return `<${hashOf(key).slice(0, 40)}@${domain}>`;
}

export function usualHeaders(input: MailInput): Record<string, string> {
  return {
    "List-ID": `<${input.channelId}.wirewatch.${domainOf(input)}>`,
    // RFC 3834: no vacation answers to a machine; Exchange has a header of its own for the same.
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "All",
  };
}
