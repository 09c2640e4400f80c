import * as z from "zod";
import { SecretRef } from "../../core/schema.ts";

/** One address, bare (`a@b.example`): checked here because mail libraries read line breaks as more recipients. */
export const MailAddress = z
  .email({ error: "write one plain address such as desk@example.org", abort: true })
  // RFC 5321, section 4.5.3.1: 64 octets before the sign, 254 for what a path can hold.
  .max(254, "write an address of at most 254 characters")
  .regex(/^[^@]{1,64}@/, "write an address with at most 64 characters before the @");

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** Signs every mail (RFC 6376, rsa-sha256), for servers that do not sign themselves. */
const DkimOptions = z.strictObject({
  /** The domain that publishes the key; that of `from` unless given. */
  domain: z.string().regex(DOMAIN, "write a domain such as example.org").optional(),
  /** The key is published under SELECTOR._domainkey.DOMAIN. */
  selector: z
    .string()
    .regex(/^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$/i, "write the selector of the DNS record, such as wirewatch"),
  /** Private key, PEM. */
  key: SecretRef,
});

export const EmailOptions = z.strictObject({
  /** RFC 5321, section 4.5.3.1.8: more than 100 a server need not take. */
  to: z.array(MailAddress).min(1).max(100, "at most 100 addresses: write to a mailing list, or use several channels"),
  from: MailAddress,
  /** SMTP URL, e.g. smtps://user:password@mail.example.org:465. */
  smtp: SecretRef,
  dkim: DkimOptions.nullish(),
});
export type EmailOptions = z.infer<typeof EmailOptions>;
