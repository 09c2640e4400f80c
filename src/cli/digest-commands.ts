import { join, parse } from "node:path";
import { listChannelEditions, previewChannel } from "../app/digests.ts";
import { giveCommand } from "../app/give-command.ts";
import { refuseAddress } from "../app/refuse-address.ts";
import type { Config } from "../config/config.ts";
import { localTime } from "../core/local-time.ts";
import { describeEditions } from "./describe-editions.ts";
import { loadOrExplain } from "./load.ts";
import { refuse } from "./refuse.ts";
import { say } from "./say.ts";
import { unknownId } from "./unknown-id.ts";
import { writeOutput } from "./write-output.ts";

interface ConfigFlags {
  config: string;
}

/** `wirewatch digest preview CHANNEL`: the next edition as it would read now. */
export async function previewDigestCommand(
  channelId: string,
  flags: ConfigFlags & { html?: string; json?: true },
): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const preview = await previewChannel(loaded.config, process.env, channelId);
  if (preview === undefined) return refuseChannel(loaded.config, channelId);
  const { subject, text, html, message, dueAt } = preview;
  if (flags.html !== undefined) await writeParts(flags.html, html);
  if (flags.json === true) say(JSON.stringify({ dueAt, subject, digest: message }, null, 2));
  else if (flags.html === undefined)
    process.stdout.write(`Due ${localTime(dueAt, message.timezone)}; it would say now:\n\n${text}`);
  else say(`${flags.html}: ${subject}`);
}

/** `next.html`, and `next-2.html` for the second mail of an edition. */
async function writeParts(file: string, parts: readonly string[]): Promise<void> {
  const { dir, name, ext } = parse(file);
  for (const [index, part] of parts.entries())
    await writeOutput(index === 0 ? file : join(dir, `${name}-${index + 1}${ext}`), part);
}

/** `wirewatch digest list [CHANNEL]`. */
export async function listDigestsCommand(
  channelId: string | undefined,
  flags: ConfigFlags & { limit: number; json?: true },
): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const asked = { channelId: channelId ?? null, limit: flags.limit };
  const lines = await listChannelEditions(loaded.config, process.env, asked);
  const { channels } = loaded.config;
  // One that is no longer configured may still have its editions.
  if (lines.length === 0 && channelId !== undefined && !channels.some(({ id }) => id === channelId))
    return refuse(unknownId("channel", channelId, channels));
  say(flags.json === true ? JSON.stringify(lines, null, 2) : describeEditions(lines, loaded.config.timezone));
}

/** `wirewatch digest send CHANNEL NUMBER --to ADDRESS`: one edition once more, to one address. */
export async function sendDigestCommand(
  channelId: string,
  number: number,
  flags: ConfigFlags & { to: string; json?: true },
): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const { to } = flags;
  const refused = whyNot(loaded.config, channelId, to);
  if (refused !== null) return refuse(refused);
  const answer = await giveCommand(loaded.config, process.env, { kind: "send-edition", channelId, number, to });
  if (answer.kind === "unknown-edition")
    return refuse(`channel ${channelId} has no edition ${number}; its latest is no. ${answer.latest}`);
  if (answer.kind === "unsubscribed")
    return refuse(`${to} has unsubscribed; to undo that: wirewatch digest resume ${channelId} ${to}`);
  if (flags.json === true) say(JSON.stringify({ deliveryId: answer.deliveryId }));
  else say(`no. ${number} goes to ${to} as ${answer.deliveryId}; wirewatch digest list ${channelId} shows how it ends`);
}

/** `wirewatch digest resume CHANNEL ADDRESS`: an address that has unsubscribed gets editions again. */
export async function resumeDigestCommand(
  channelId: string,
  address: string,
  flags: ConfigFlags & { json?: true },
): Promise<void> {
  const loaded = await loadOrExplain(flags.config);
  if (loaded === undefined) return;
  const refused = whyNot(loaded.config, channelId, address);
  if (refused !== null) return refuse(refused);
  const asked = { kind: "resume-digest", channelId, address } as const;
  const { wasSuppressed } = await giveCommand(loaded.config, process.env, asked);
  const text = wasSuppressed ? `${address} gets the next edition again` : `${address} had not unsubscribed`;
  say(flags.json === true ? JSON.stringify({ channelId, address, wasSuppressed }, null, 2) : text);
}

/** Why no edition of the channel can go to the address; null: it can. */
function whyNot({ channels }: Config, channelId: string, address: string): string | null {
  const channel = channels.find(({ id }) => id === channelId);
  return channel === undefined ? unknownId("channel", channelId, channels) : refuseAddress(channel, address);
}

function refuseChannel({ channels }: Config, channelId: string): void {
  const isThere = channels.some(({ id }) => id === channelId);
  refuse(isThere ? `channel ${channelId} has no digest` : unknownId("channel", channelId, channels));
}
