import * as z from "zod";
import { SecretRef } from "../../core/schema.ts";

export const WebhookOptions = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** Signs each request: HMAC-SHA256 of timestamp and body. */
  secret: SecretRef,
});
export type WebhookOptions = z.infer<typeof WebhookOptions>;
