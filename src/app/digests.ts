import type { Config } from "../config/config.ts";
import { finish } from "../core/steps.ts";
import type { DigestMessage } from "../notify/message.ts";
import { renderHtmlDigest, renderStoryBlocks, sliceForMail } from "../notify/email/render-html-digest.ts";
import { describeEdition } from "../notify/describe-digest.ts";
import { renderText } from "../notify/render-text.ts";
import { listEditions, type EditionLine } from "../pipeline/inspect/list-editions.ts";
import { previewDigest } from "../pipeline/inspect/preview-digest.ts";
import { makePlan, planChannels } from "./make-plan.ts";
import { withStore } from "./with-store.ts";

/** The next edition of a channel as it would read now. */
export interface PreviewedDigest {
  dueAt: number;
  message: DigestMessage;
  /** As in a mail. */
  subject: string;
  text: string;
  /** One a mail. */
  html: readonly string[];
}

/** Reads only. Undefined: the channel has no digest. */
export async function previewChannel(
  config: Config,
  env: NodeJS.ProcessEnv,
  channelId: string,
): Promise<PreviewedDigest | undefined> {
  const plan = makePlan(config);
  const preview = await withStore(config, env, (store) => previewDigest(store, plan, { channelId, now: Date.now() }));
  if (preview === undefined) return undefined;
  const { message, dueAt } = preview;
  const subject = describeEdition(message);
  const text = renderText(message, { timezone: message.timezone, mark: (words) => `*${words}*` });
  const blocks = finish(renderStoryBlocks(message));
  const html = finish(sliceForMail(message, blocks)).map((slice) => renderHtmlDigest(slice, blocks));
  return { dueAt, message, subject, text, html };
}

/** Editions of a channel, or of all (null), the latest first. */
export function listChannelEditions(
  config: Config,
  env: NodeJS.ProcessEnv,
  asked: { channelId: string | null; limit: number },
): Promise<readonly EditionLine[]> {
  const plan = { channels: planChannels(config) };
  return withStore(config, env, (store) => listEditions(store, plan, asked));
}
