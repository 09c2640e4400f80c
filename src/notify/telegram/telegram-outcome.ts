import * as z from "zod";
import type { SendOutcome } from "../channel.ts";
import { cleanLine } from "../clean-text.ts";
import { rateLimited, readStatus, rejected, type Receiver, type Unsent } from "../http-outcome.ts";
import type { PostAnswer } from "../post-json.ts";

const Answer = z.object({
  ok: z.boolean(),
  description: z.string().optional(),
  result: z.object({ message_id: z.int(), chat: z.object({ id: z.int() }) }).optional(),
  parameters: z.object({ retry_after: z.number().optional(), migrate_to_chat_id: z.int().optional() }).optional(),
});
type Answer = z.infer<typeof Answer>;

/** Telegram says in words, under HTTP 400, what is wrong with the chat; whatever else it refuses is the message. */
const NO_CHAT =
  /chat not found|chat_id is empty|thread not found|topic.{0,5}(closed|deleted)|not enough rights|have no rights|need administrator rights|CHAT_(WRITE_FORBIDDEN|RESTRICTED|ADMIN_REQUIRED)|PEER_ID_INVALID|group chat was (upgraded|deleted|deactivated)/i;

/** An edit that would change nothing has arrived before. */
const NOT_MODIFIED = /message is not modified/i;
const UNEDITABLE = /message can't be edited/i;
/** What was to be edited or answered was deleted. */
const GONE = /message to (edit|be replied|reply) not found|replied message not found|MESSAGE_ID_INVALID/i;

/** Whether Telegram refuses to edit a message that it still has. */
export function isUneditable({ status, body }: PostAnswer): boolean {
  return status === 400 && UNEDITABLE.test(parseAnswer(body)?.description ?? "");
}

/** What an answer of the Bot API means (https://core.telegram.org/bots/api#making-requests). */
export function readTelegramAnswer({ status, retryAfterMs, body }: PostAnswer, receiver: Receiver): SendOutcome {
  const answer = parseAnswer(body);
  if (status === 429) return readRateLimit(answer, retryAfterMs, receiver);
  if (status === 400 && NOT_MODIFIED.test(answer?.description ?? ""))
    return { kind: "sent", ref: null, recipients: [] };
  if (answer?.ok === false && (status === 400 || status === 403)) return readRefusal(answer, status, receiver);
  // The token is part of the address: one of a wrong form is no address at all.
  const unsent = status === 404 ? readStatus(401, null, receiver) : readStatus(status, retryAfterMs, receiver);
  if (unsent !== null) return unsent;
  const { result } = answer ?? {};
  return { kind: "sent", ref: result === undefined ? null : `${result.chat.id}/${result.message_id}`, recipients: [] };
}

function parseAnswer(body: string): Answer | null {
  try {
    return Answer.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
}

function readRateLimit(answer: Answer | null, header: number | null, { name }: Receiver): Unsent {
  const seconds = answer?.parameters?.retry_after;
  return rateLimited(name, seconds === undefined ? header : seconds * 1000);
}

function readRefusal({ description = "", parameters }: Answer, status: number, { channelId }: Receiver): Unsent {
  const words = cleanLine(description, 200);
  const refused = `Telegram refused to post for channel ${channelId} (${words})`;
  const moved = parameters?.migrate_to_chat_id;
  if (moved !== undefined) {
    const remedy = `the group has become a supergroup: set telegram.chat to ${moved} and reload wirewatch`;
    return rejected("unknown-channel", `${refused}: ${remedy}`, "channel");
  }
  if (GONE.test(description)) {
    const detail = `Telegram has not got the message any more (${words}): somebody deleted it`;
    return rejected("message-gone", detail, "message");
  }
  if (status === 403 || NO_CHAT.test(description)) {
    const remedy = "add the bot to the chat with the right to post, or set telegram.chat, and reload wirewatch";
    return rejected("unknown-channel", `${refused}: ${remedy}`, "channel");
  }
  return rejected("message-refused", `${refused}: report it, other messages are not affected`, "message");
}
