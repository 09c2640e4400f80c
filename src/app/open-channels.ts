import type { ChannelConfig, Config } from "../config/config.ts";
import { resolveSecret } from "../config/secrets.ts";
import type { Clock } from "../core/clock.ts";
import type { SecretRef } from "../core/schema.ts";
import type { Secret } from "../core/secret.ts";
import type { Channel } from "../notify/channel.ts";
import { createConsoleChannel } from "../notify/console/console-channel.ts";
import { createEmailChannel } from "../notify/email/email-channel.ts";
import { createNtfyChannel } from "../notify/ntfy/ntfy-channel.ts";
import { createSlackChannel } from "../notify/slack/slack-channel.ts";
import { createSlackWebhookChannel } from "../notify/slack/slack-webhook-channel.ts";
import { createTeamsChannel } from "../notify/teams/teams-channel.ts";
import { createTelegramChannel } from "../notify/telegram/telegram-channel.ts";
import { createWebhookChannel } from "../notify/webhook/webhook-channel.ts";
import type { Logger } from "../telemetry/logger.ts";

export interface OpenChannelsInput {
  config: Config;
  env: NodeJS.ProcessEnv;
  log: Logger;
  now: Clock;
}

export interface OpenChannels {
  channels: ReadonlyMap<string, Channel>;
  close: () => Promise<void>;
}

/**
 * Opens every configured channel with its secrets.
 * @throws SecretUnavailableError, which `requireSecrets` throws before for all of them
 */
export function openChannels(input: OpenChannelsInput): OpenChannels {
  const channels = new Map(input.config.channels.map((config) => [config.id, openChannel(config, input)]));
  return {
    channels,
    close: async () => {
      await Promise.allSettled([...channels.values()].map((channel) => channel.close()));
    },
  };
}

function openChannel(
  { id, timezone, transport }: ChannelConfig,
  { config, env, log, now }: OpenChannelsInput,
): Channel {
  function secret(ref: SecretRef, key: string): Secret {
    return resolveSecret(ref, { env, folder: config.folder, key: `channels.${id}.${key}` });
  }
  switch (transport.kind) {
    case "slack": {
      const { options } = transport;
      return createSlackChannel({ id, timezone, log, options, token: secret(options.token, "slack.token") });
    }
    case "slack-webhook": {
      const { options } = transport;
      const webhook = secret(options.webhook, "slack.webhook");
      return createSlackWebhookChannel({ id, timezone, now, options, webhook });
    }
    case "email": {
      const { options } = transport;
      const signing = options.dkim ? { dkimKey: secret(options.dkim.key, "email.dkim.key") } : {};
      return createEmailChannel({ id, timezone, log, options, smtp: secret(options.smtp, "email.smtp"), ...signing });
    }
    case "webhook": {
      const { options } = transport;
      return createWebhookChannel({ id, now, options, secret: secret(options.secret, "webhook.secret") });
    }
    case "ntfy": {
      const { options } = transport;
      const token = options.token === undefined ? null : secret(options.token, "ntfy.token");
      return createNtfyChannel({ id, timezone, now, options, topic: secret(options.topic, "ntfy.topic"), token });
    }
    case "telegram": {
      const { options } = transport;
      return createTelegramChannel({ id, timezone, now, options, token: secret(options.token, "telegram.token") });
    }
    case "teams":
      return createTeamsChannel({ id, timezone, now, webhook: secret(transport.options.webhook, "teams.webhook") });
    case "console":
      return createConsoleChannel({ id, timezone });
  }
}
