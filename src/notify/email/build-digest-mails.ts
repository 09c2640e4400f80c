import type { Steps } from "../../core/steps.ts";
import type { Outgoing } from "../channel.ts";
import { cleanLine } from "../clean-text.ts";
import { describeEdition, describePart } from "../describe-digest.ts";
import type { DigestMessage } from "../message.ts";
import { renderTextDigest } from "../text-digest.ts";
import { domainOf, messageIdOf, usualHeaders, type Mail, type MailInput } from "./mail.ts";
import { renderHtmlDigest, renderStoryBlocks, sliceForMail } from "./render-html-digest.ts";

/** Where a mail stands among the others of its series. */
interface Thread {
  messageId: string;
  references: readonly string[];
}

/**
 * The mails of an edition, one unless its HTML needs more: each is whole, answers the one before, and has the same
 * Message-ID at every attempt. A step a story or a mail.
 */
export function* writeDigestMails(digest: DigestMessage, outgoing: Outgoing, input: MailInput): Steps<readonly Mail[]> {
  const { timezone } = digest;
  const mails: Mail[] = [];
  const blocks = yield* renderStoryBlocks(digest);
  for (const slice of yield* sliceForMail(digest, blocks)) {
    const { messageId, references } = threadOf(digest, outgoing, input, slice.part);
    const part = slice.parts === 1 ? "" : ` · ${describePart(slice).toLowerCase()}`;
    yield void mails.push({
      from: { name: "wirewatch", address: input.from },
      subject: `${cleanLine(describeEdition(digest), 200)}${part}`,
      messageId,
      references: references.join(" "),
      inReplyTo: references.at(-1) ?? messageId,
      priority: "normal",
      headers: { ...usualHeaders(input), ...unsubscribeHeaders(outgoing) },
      text: `${renderTextDigest(slice, { timezone, mark: (text) => `*${text}*` })}${unsubscribeText(outgoing)}`,
      html: renderHtmlDigest(slice, blocks, outgoing.unsubscribeUrl),
    });
  }
  return mails;
}

/** RFC 8058: mail programs show a button that posts to the address. */
function unsubscribeHeaders({ unsubscribeUrl }: Outgoing): Record<string, string> {
  if (unsubscribeUrl === undefined) return {};
  return { "List-Unsubscribe": `<${unsubscribeUrl}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

function unsubscribeText({ unsubscribeUrl }: Outgoing): string {
  return unsubscribeUrl === undefined ? "" : `\nTo get these mails no more: ${unsubscribeUrl}\n`;
}

/** A part answers the first one, the first one the edition before, that of its recipient; all belong to the series. */
function threadOf(
  { editionNumber, channelId }: DigestMessage,
  { key, recipient }: Outgoing,
  input: MailInput,
  part: number,
): Thread {
  const domain = domainOf(input);
  const series = `<digest.${input.channelId}@wirewatch.${domain}>`;
  if (part > 1)
    return { messageId: messageIdOf(`${key}|${part}`, domain), references: [series, messageIdOf(key, domain)] };
  const before = `digest|${channelId}|${editionNumber - 1}|${recipient ?? "all"}`;
  const references = editionNumber > 1 ? [series, messageIdOf(before, domain)] : [series];
  return { messageId: messageIdOf(key, domain), references };
}
