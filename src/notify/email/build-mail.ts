import { finish, type Steps } from "../../core/steps.ts";
import type { Outgoing } from "../channel.ts";
import { cleanLine, isolate } from "../clean-text.ts";
import { describeSummary } from "../describe-digest.ts";
import { describeNotice } from "../describe-notice.ts";
import { markLabel } from "../describe-telling.ts";
import { describeRoundup } from "../describe-roundup.ts";
import { SEVERITY_WORDS } from "../describe-story.ts";
import type { DigestMessage, Message } from "../message.ts";
import { writeText } from "../render-text.ts";
import { writeDigestMails } from "./build-digest-mails.ts";
import { domainOf, messageIdOf, usualHeaders, type Mail, type MailInput } from "./mail.ts";
import { renderHtml } from "./render-html.ts";
import { writeHtmlRoundup } from "./render-html-roundup.ts";

/** Of the alerts of a summary in each of its parts: as it travels, the mail stays under 5 MB. */
const MOST_BYTES = 1_800_000;

type SingleMessage = Exclude<Message, DigestMessage>;

/** The mails of a message, one as a rule: the same message and key give the same Message-IDs at every attempt. */
export function buildMails(outgoing: Outgoing, input: MailInput): readonly Mail[] {
  return finish(writeMails(outgoing, input));
}

/** The same in steps: a long edition or summary takes seconds. */
export function* writeMails(outgoing: Outgoing, input: MailInput): Steps<readonly Mail[]> {
  const { message, key } = outgoing;
  return message.kind === "digest"
    ? yield* writeDigestMails(message, outgoing, input)
    : [yield* writeMail(message, key, input)];
}

function* writeMail(message: SingleMessage, key: string, input: MailInput): Steps<Mail> {
  const { from, timezone } = input;
  const subject = subjectOf(message);
  const style = { timezone, mark: (text: string) => `*${text}*`, most: MOST_BYTES };
  const urgent =
    (message.kind === "alert" && message.story.severity === "urgent") ||
    (message.kind === "roundup" && message.severity === "urgent");
  const page = message.kind === "notice" && message.level === "page";
  return {
    from: { name: "wirewatch", address: from },
    subject,
    messageId: messageIdOf(key, domainOf(input)),
    priority: urgent || page ? "high" : "normal",
    headers: usualHeaders(input),
    text: yield* writeText(message, style),
    html:
      message.kind === "roundup"
        ? yield* writeHtmlRoundup(message, { title: subject, most: MOST_BYTES })
        : renderHtml(message, { title: subject, timezone }),
  };
}

function isText(label: string | null): label is string {
  return label !== null;
}

function subjectOf(message: SingleMessage): string {
  if (message.kind === "roundup") return cleanLine(describeRoundup(message), 200);
  if (message.kind === "summary") return cleanLine(describeSummary(message), 200);
  if (message.kind === "notice") return cleanLine(describeNotice(message), 200);
  if (message.kind === "note") return `Correction: ${isolate(cleanLine(message.about.headline, 180))}`;
  const { headline, severity } = message.story;
  const line = cleanLine(headline, 180);
  const labels = [severity === "urgent" ? SEVERITY_WORDS.urgent : null, markLabel(message)].filter(isText);
  return labels.length === 0 ? line || "(no headline)" : `${labels.join(", ")}: ${isolate(line)}`;
}
