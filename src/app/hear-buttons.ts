import type { ChannelConfig } from "../config/config.ts";
import { resolveSecret } from "../config/secrets.ts";
import type { SecretRef } from "../core/schema.ts";
import type { Secret } from "../core/secret.ts";
import { readRef } from "../notify/slack/slack-ref.ts";
import { openSlackSocket } from "../notify/slack/slack-socket.ts";
import { createAnswerPress } from "../pipeline/answer-press.ts";
import type { ExplainWatches } from "../pipeline/inspect/explain-alert.ts";
import { endButtonIncidents, tellButtons } from "../pipeline/tell-buttons.ts";
import { toMatchItem } from "../pipeline/to-match-item.ts";
import type { DeliveryRow } from "../store/delivery-rows.ts";
import type { DaemonOptions, Parts } from "./parts.ts";
import { repeat } from "./repeat.ts";
import { explainInThread } from "./threads/explain-in-thread.ts";

const LOOK_EVERY_MS = 10_000;

/** A channel whose alerts have buttons. */
interface ButtonChannel {
  id: string;
  /** As the configuration names it. */
  conversation: string;
  apiUrl: string;
  appToken: SecretRef;
}

/**
 * Hears the buttons of alerts: a connection for each app token, in the processes that deliver, since these have the
 * secrets of channels. Slack tells one of several connections of a press. Nothing waits for a connection.
 */
export function hearButtons(parts: Parts, apps: readonly ButtonApp[], building: AsyncDisposableStack): void {
  if (apps.length === 0) return;
  const { config, log } = parts.options;
  const explainWatches = createExplainWatches(parts);
  const { timezone } = config;
  const connections = apps.map(({ appToken, apiUrl, members }) => {
    const channelIds = members.map(({ id }) => id);
    const answer = createAnswerPress({
      ...parts,
      isSentTo: (alert, conversation) => isSentTo(members, alert, conversation),
      explainWatches,
      timezone,
    });
    const { now } = parts;
    return { channelIds, socket: openSlackSocket({ appToken, apiUrl, channelIds, timezone, log, now, answer }) };
  });
  building.defer(async () => {
    await Promise.all(connections.map(({ socket }) => socket.close()));
  });
  repeat(building, {
    everyMs: LOOK_EVERY_MS,
    work: async () => {
      for (const { channelIds, socket } of connections) await tellButtons(parts, channelIds, socket.hearing());
    },
    onError: (error) => log.error({ err: error }, "operators could not be told about buttons"),
  });
}

/** Nobody presses what is no longer there. */
export function endOrphanedButtons(parts: Parts, apps: readonly ButtonApp[]): Promise<void> {
  return endButtonIncidents(
    parts,
    apps.flatMap(({ members }) => members.map(({ id }) => id)),
  );
}

/** A channel that collects gets no alerts, and so no buttons. */
function toButtonChannel({ id, digest, transport }: ChannelConfig): ButtonChannel[] {
  if (digest !== null || transport.kind !== "slack" || transport.options.app_token === undefined) return [];
  const { channel, api_url: apiUrl, app_token: appToken } = transport.options;
  return [{ id, conversation: channel, apiUrl, appToken }];
}

/** Channels whose buttons belong to one app. */
export interface ButtonApp {
  appToken: Secret;
  apiUrl: string;
  members: ButtonChannel[];
}

/**
 * The apps whose buttons this process hears, with their secrets; null: none, it does not deliver or ends by itself.
 * @throws SecretUnavailableError, which `requireSecrets` throws before for all of them
 */
export function readButtonApps({ config, env, roles, mode }: DaemonOptions): readonly ButtonApp[] | null {
  if (mode !== "service" || !roles.includes("deliver")) return null;
  const apps = new Map<string, ButtonApp>();
  for (const channel of config.channels.flatMap(toButtonChannel)) {
    const { id, apiUrl } = channel;
    const key = `channels.${id}.slack.app_token`;
    const appToken = resolveSecret(channel.appToken, { env, folder: config.folder, key });
    const name = `${appToken.reveal()} ${apiUrl}`;
    const app = apps.get(name) ?? { appToken, apiUrl, members: [] };
    app.members.push(channel);
    apps.set(name, app);
  }
  return [...apps.values()];
}

/** Slack's answer names the conversation by its id, also where the configuration has another name for it. */
function isSentTo(members: readonly ButtonChannel[], { channelId, ref }: DeliveryRow, conversation: string): boolean {
  const channel = members.find(({ id }) => id === channelId);
  if (channel === undefined) return false;
  return channel.conversation === conversation || (ref !== null && readRef(ref).channel === conversation);
}

/** One thread at a time, however many people press. */
function createExplainWatches({ options, plan }: Parts): ExplainWatches {
  let last: Promise<unknown> = Promise.resolve();
  return (item, watchIds) => {
    const feed = plan().feeds.get(item.feedId);
    const explained = last.then(() => explainInThread(options.config.rules, watchIds, toMatchItem(item, feed)));
    last = explained.catch(() => undefined);
    return explained;
  };
}
