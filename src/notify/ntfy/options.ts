import * as z from "zod";
import { SecretRef } from "../../core/schema.ts";

export const NtfyOptions = z.strictObject({
  url: z.url({ protocol: /^https?$/ }).default("https://ntfy.sh/"),
  /** On a server without logins whoever knows the topic reads it, so it is a secret unless there is a token. */
  topic: SecretRef,
  token: SecretRef.optional(),
});
export type NtfyOptions = z.infer<typeof NtfyOptions>;
