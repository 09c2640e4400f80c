import * as z from "zod";
import { SecretRef } from "../../core/schema.ts";
import { SEVERITIES } from "../../core/vocabulary.ts";

/** Cut, it would call nobody; and it must leave room for the alert. */
const LONGEST_MENTION = 500;
const Mention = z
  .string()
  .min(1)
  .max(LONGEST_MENTION, `at most ${LONGEST_MENTION} characters: mention a user group in place of many people`);

const Look = {
  /** Text that mentions somebody, by severity, e.g. `<!subteam^S0123>`. */
  mention: z.partialRecord(z.enum(SEVERITIES), Mention).default({}),
  unfurl: z.boolean().default(false),
};

const SlackFields = z
  .strictObject({
    /** Channel id, e.g. C0123ABCD. */
    channel: z.string().min(1).optional(),
    token: SecretRef.optional(),
    /** The app-level token: then alerts have buttons, which the app hears by Socket Mode. */
    app_token: SecretRef.optional(),
    /** The address of an incoming webhook, in place of channel and token. */
    webhook: SecretRef.optional(),
    api_url: z.url({ protocol: /^https?$/ }).default("https://slack.com/api/"),
    ...Look,
  })
  .meta({ oneOf: [{ required: ["channel", "token"] }, { required: ["webhook"] }] });

/** A channel that a bot posts to. */
export type SlackBotOptions = Pick<z.infer<typeof SlackFields>, "api_url" | "mention" | "unfurl"> & {
  channel: string;
  token: SecretRef;
  app_token?: SecretRef;
};
/** A channel that an incoming webhook posts to: no confirming, no editing. */
export type SlackWebhookOptions = Pick<z.infer<typeof SlackFields>, "mention" | "unfurl"> & { webhook: SecretRef };

/** A bot with its channel, or an incoming webhook, which belongs to one. */
export const SlackOptions = SlackFields.transform((given, context): SlackBotOptions | SlackWebhookOptions => {
  const { channel, token, app_token, webhook, api_url, mention, unfurl } = given;
  if (webhook !== undefined) {
    if ((channel ?? token ?? app_token) === undefined) return { webhook, mention, unfurl };
    const message =
      app_token === undefined
        ? "an incoming webhook has its channel already: remove channel and token, or webhook"
        : "buttons need a bot: remove app_token, or give channel and token in place of webhook";
    context.addIssue({ code: "custom", path: ["webhook"], message });
    return z.NEVER;
  }
  if (channel !== undefined && token !== undefined) {
    const buttons = app_token === undefined ? {} : { app_token };
    return { channel, token, ...buttons, api_url, mention, unfurl };
  }
  for (const [key, value] of Object.entries({ channel, token })) {
    if (value === undefined) context.addIssue({ code: "invalid_type", expected: "string", input: value, path: [key] });
  }
  return z.NEVER;
});
export type SlackOptions = z.infer<typeof SlackOptions>;
