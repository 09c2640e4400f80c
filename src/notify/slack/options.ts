import * as z from "zod";
import { SecretRef } from "../../core/schema.ts";
import { SEVERITIES } from "../../core/vocabulary.ts";

export const SlackOptions = z.strictObject({
  /** Channel id, e.g. C0123ABCD. */
  channel: z.string().min(1),
  token: SecretRef,
  api_url: z.url({ protocol: /^https?$/ }).default("https://slack.com/api/"),
  /** Text that mentions somebody, by severity, e.g. `<!subteam^S0123>`. */
  mention: z.partialRecord(z.enum(SEVERITIES), z.string().min(1)).default({}),
  unfurl: z.boolean().default(false),
});
export type SlackOptions = z.infer<typeof SlackOptions>;
