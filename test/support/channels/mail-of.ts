import type { Outgoing } from "../../../src/notify/channel.ts";
import { buildMails } from "../../../src/notify/email/build-mail.ts";
import type { Mail, MailInput } from "../../../src/notify/email/mail.ts";

/** The mail of a message, or the first of several. */
export function mailOf(outgoing: Outgoing, input: MailInput): Mail {
  const [mail] = buildMails(outgoing, input);
  if (mail === undefined) throw new Error("a message makes at least one mail");
  return mail;
}
