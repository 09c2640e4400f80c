import * as z from "zod";
import { SecretRef } from "../../core/schema.ts";

export const TelegramOptions = z.strictObject({
  /** Id of a chat, group or channel (-100…), or @name of a public one. */
  chat: z.union([
    z.int(),
    z.string().regex(/^(-?\d+|@[A-Za-z]\w{3,})$/, "write the id of the chat, such as -1001234567890, or @name"),
  ]),
  /** Topic of a forum. */
  thread: z.int().min(1).optional(),
  token: SecretRef,
  api_url: z.url({ protocol: /^https?$/ }).default("https://api.telegram.org/"),
});
export type TelegramOptions = z.infer<typeof TelegramOptions>;
