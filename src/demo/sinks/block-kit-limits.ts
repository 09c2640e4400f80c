import * as z from "zod";

/**
 * The part of Block Kit that the sink understands, with Slack's limits
 * (https://docs.slack.dev/reference/block-kit/blocks): what breaks one is refused like Slack does.
 */
const Style = z
  .strictObject({ bold: z.boolean(), italic: z.boolean(), strike: z.boolean(), code: z.boolean() })
  .partial();
const RichElement = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: z.string().min(1).max(3000), style: Style.optional() }),
  z.strictObject({
    type: z.literal("link"),
    url: z.url({ protocol: /^https?$/ }).max(3000),
    text: z.string().min(1).max(3000).optional(),
    style: Style.optional(),
  }),
]);
const RichSection = z.strictObject({ type: z.literal("rich_text_section"), elements: z.array(RichElement).min(1) });
const RichPart = z.discriminatedUnion("type", [
  RichSection,
  z.strictObject({ type: z.literal("rich_text_quote"), elements: z.array(RichElement).min(1) }),
  z.strictObject({ type: z.literal("rich_text_preformatted"), elements: z.array(RichElement).min(1) }),
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
  action_id: z.string().min(1).max(255),
  text: PlainText.refine((text) => text.text.length <= 75, "a button's label holds 75 characters"),
  value: z.string().min(1).max(2000),
});
const Block = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("rich_text"), elements: z.array(RichPart).min(1) }),
  z.strictObject({
    type: z.literal("header"),
    text: PlainText.refine((text) => text.text.length <= 150, "a header holds 150 characters"),
  }),
  z.strictObject({ type: z.literal("section"), text: AnyText }),
  z.strictObject({ type: z.literal("context"), elements: z.array(AnyText).min(1).max(10) }),
  z.strictObject({
    type: z.literal("actions"),
    elements: z
      .array(Button)
      .min(1)
      .max(25)
      .refine(
        (buttons) => new Set(buttons.map(({ action_id: id }) => id)).size === buttons.length,
        "action ids differ",
      ),
  }),
  z.strictObject({ type: z.literal("divider") }),
]);
const Blocks = z.array(Block).min(1).max(50);

export type SlackBlock = z.infer<typeof Block>;

/** Above this many characters of blocks Slack answers msg_blocks_too_long. */
const LONGEST_BLOCKS = 13_200;

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
