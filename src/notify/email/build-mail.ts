import { hashOf } from "../../core/hash.ts";
import type { Outgoing } from "../channel.ts";
import { cleanLine, isolate } from "../clean-text.ts";
import { describeEdition, describeSummary } from "../describe-digest.ts";
import { describeRoundup } from "../describe-roundup.ts";
import { SEVERITY_WORDS } from "../describe-story.ts";
import type { Message } from "../message.ts";
import { renderText } from "../render-text.ts";
import { renderHtml } from "./render-html.ts";

/** One mail, ready for nodemailer; the recipient is added when it is sent. */
export interface Mail {
  from: { name: string; address: string };
  subject: string;
  messageId: string;
  /** The series an edition belongs to, so that mail programs show editions together. */
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

/** Builds the mail of a message: the same message and key give the same Message-ID at every attempt. */
export function buildMail({ message, key }: Outgoing, { channelId, from, timezone }: MailInput): Mail {
  const domain = from.slice(from.lastIndexOf("@") + 1);
  const subject = subjectOf(message);
  const series = `<digest.${channelId}@wirewatch.${domain}>`;
  const urgent =
    (message.kind === "alert" && message.story.severity === "urgent") ||
    (message.kind === "roundup" && message.severity === "urgent");
  const page = message.kind === "notice" && message.level === "page";
  return {
    from: { name: "wirewatch", address: from },
    subject,
    messageId: `<${hashOf(key).slice(0, 40)}@${domain}>`,
    ...(message.kind === "digest" ? { references: series, inReplyTo: series } : {}),
    priority: urgent || page ? "high" : "normal",
    headers: {
      "List-ID": `<${channelId}.wirewatch.${domain}>`,
      // RFC 3834: no vacation answers to a machine; Exchange has a header of its own for the same.
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "All",
    },
    text: renderText(message, { timezone, mark: (text) => `*${text}*` }),
    html: renderHtml(message, { title: subject, timezone }),
  };
}

function subjectOf(message: Message): string {
  if (message.kind === "digest") return cleanLine(describeEdition(message), 200);
  if (message.kind === "roundup") return cleanLine(describeRoundup(message), 200);
  if (message.kind === "summary") return cleanLine(describeSummary(message), 200);
  if (message.kind === "notice")
    return cleanLine(message.level === "page" ? `Act now: ${message.title}` : message.title, 200);
  const { headline, severity } = message.story;
  const line = cleanLine(headline, 180);
  return severity === "urgent" ? `${SEVERITY_WORDS.urgent}: ${isolate(line)}` : line || "(no headline)";
}
