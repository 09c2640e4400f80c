import * as z from "zod";

/**
 * The part of Block Kit that the sink understands, with Slack's limits
 * (https://docs.slack.dev/reference/block-kit/blocks): what breaks one is refused like Slack does. Where Slack names no
 * limit for a run of rich text, that of its text objects holds.
 */
const MOST_BLOCKS = 50;
const LONGEST_ID = 255;
const LONGEST_URL = 3000;
/** Above this many characters of blocks Slack answers msg_blocks_too_long. */
const LONGEST_BLOCKS = 13_200;

const Style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial();
const Url = z.url({ protocol: /^https?$/ }).max(LONGEST_URL);
const RichElement = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1).max(3000), style: Style.optional() }),
  z.strictObject({
    type: z.literal("link"),
    url: Url,
    text: z.string().min(1).max(3000).optional(),
    style: Style.optional(),
  }),
]);
const RichSection = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(RichElement).min(1) });
const RichPart = z.discriminatedUnion("type", [
  RichSection,
  z.strictObject({
    type: z.enum(["rich_text_quote", "rich_text_preformatted"]),
    elements: z.array(RichElement).min(1),
  }),
  z.strictObject({
    type: z.literal("rich_text_list"),
    style: z.enum(["bullet", "ordered"]),
    elements: z.array(RichSection).min(1),
  }),
]);
const PlainText = z.strictObject({
  type: z.literal("plain_text"),
  text: z.string().min(1).max(3000),
  emoji: z.boolean().optional(),
});
const Mrkdwn = z.strictObject({
  type: z.literal("mrkdwn"),
  text: z.string().min(1).max(3000),
  verbatim: z.boolean().optional(),
});
const AnyText = z.discriminatedUnion("type", [PlainText, Mrkdwn]);
const Button = z.strictObject({
  type: z.literal("button"),
  text: PlainText.refine(({ text }) => text.length <= 75, "a button holds 75 characters"),
  action_id: z.string().min(1).max(LONGEST_ID),
  value: z.string().max(2000).optional(),
  url: Url.optional(),
  style: z.enum(["primary", "danger"]).optional(),
  accessibility_label: z.string().max(75).optional(),
});
const Field = AnyText.refine(({ text }) => text.length <= 2000, "a field holds 2,000 characters");
const named = { block_id: z.string().min(1).max(LONGEST_ID).optional() };
const Block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("rich_text"), elements: z.array(RichPart).min(1), ...named }),
  z.strictObject({
    type: z.literal("header"),
    text: PlainText.refine(({ text }) => text.length <= 150, "a header holds 150 characters"),
    ...named,
  }),
  z
    .strictObject({
      type: z.literal("section"),
      text: AnyText.optional(),
      fields: z.array(Field).min(1).max(10).optional(),
      ...named,
    })
    .refine(({ text, fields }) => text !== undefined || fields !== undefined, "a section has text or fields"),
  z.strictObject({ type: z.literal("context"), elements: z.array(AnyText).min(1).max(10), ...named }),
  z.strictObject({
    type: z.literal("actions"),
    elements: z
      .array(Button)
      .min(1)
      .max(25)
      .refine((buttons) => areUnique(buttons.map((button) => button.action_id)), "an action_id stands once in a block"),
    ...named,
  }),
  z.strictObject({ type: z.literal("divider"), ...named }),
]);
const Blocks = z
  .array(Block)
  .min(1)
  .max(MOST_BLOCKS)
  .refine((blocks) => areUnique(blocks.map(({ block_id }) => block_id)), "a block_id stands once in a message");

export type SlackBlock = z.infer<typeof Block>;

function areUnique(ids: readonly (string | undefined)[]): boolean {
  const given = ids.filter((id) => id !== undefined);
  return new Set(given).size === given.length;
}

/** The blocks of a post, or the error Slack would answer with and why. */
export function readBlocks(json: unknown): { blocks: SlackBlock[] } | { error: string; messages: string[] } {
  const read = Blocks.safeParse(json);
  if (!read.success) {
    const messages = read.error.issues.map(
      (issue) => `[ERROR] ${issue.message} [json-pointer:/blocks/${issue.path.join("/")}]`,
    );
    return { error: "invalid_blocks", messages };
  }
  const size = JSON.stringify(read.data).length;
  return size > LONGEST_BLOCKS
    ? { error: "msg_blocks_too_long", messages: [`[ERROR] ${size} characters of blocks`] }
    : { blocks: read.data };
}
