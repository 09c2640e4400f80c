import * as z from "zod";
import { SecretRef } from "../../core/schema.ts";

/** One address, bare (`a@b.example`): checked here because mail libraries read line breaks as more recipients. */
export const MailAddress = z.email("write one plain address such as desk@example.org");

export const EmailOptions = z.strictObject({
  to: z.array(MailAddress).min(1),
  from: MailAddress,
  /** SMTP URL, e.g. smtps://user:password@mail.example.org:465. */
  smtp: SecretRef,
});
export type EmailOptions = z.infer<typeof EmailOptions>;
