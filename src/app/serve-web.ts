import { resolveSecret } from "../config/secrets.ts";
import { createClaimLinks } from "../pipeline/claim-links.ts";
import { claimStory } from "../pipeline/claim-story.ts";
import { runOperatorCommand } from "../pipeline/operator-command.ts";
import { createUnsubscribe } from "../pipeline/unsubscribe.ts";
import { createHubCallback } from "../pipeline/websub/answer-hub.ts";
import { createWeb } from "../web/create-web.ts";
import { serveSocket, serveTcp } from "../web/serve.ts";
import { answerMetrics, askHealth, askStatus } from "./ask-status.ts";
import { controlSocketPath } from "./control-socket.ts";
import type { Parts } from "./parts.ts";

export interface WebAddresses {
  /** e.g. http://127.0.0.1:8420 */
  http: string;
  controlSocket: string;
}

/** Serves health, metrics and status on the configured address, and the same on the control socket. */
export async function serveWeb(parts: Parts, building: AsyncDisposableStack): Promise<WebAddresses> {
  const { options, metrics } = parts;
  const { config, env } = options;
  const { listen, auth } = config.http;
  const { folder } = config;
  const tokens = Object.entries(auth.tokens).map(([name, ref]) =>
    resolveSecret(ref, { env, folder, key: `http.auth.tokens.${name}` }),
  );
  answerMetrics(parts);
  const { store, plan, now } = parts;
  const questions = {
    claim: (claim: { storyId: string; author: string }) => claimStory({ store, plan, now }, claim),
    health: () => askHealth(parts),
    status: () => askStatus(parts),
    metrics: () => metrics.render(),
    onError: (error: Error) => options.log.error({ err: error }, "a request could not be answered"),
  };
  const host = listen.slice(0, listen.lastIndexOf(":")).toLowerCase();
  const hosts = new Set(["localhost", "127.0.0.1", "[::1]", host]);
  const hook = {
    publicUrl: config.http.public_url,
    callback: createHubCallback({ ...parts, minIntervalMs: config.fetch.min_interval }),
  };
  const { public_url: publicUrl } = config.http;
  const unsubscribe = publicUrl === null ? null : { publicUrl, unsubscribe: createUnsubscribe(parts) };
  const claimPage = publicUrl === null ? null : { publicUrl, links: createClaimLinks(parts) };
  const reached = createWeb({ ...questions, hosts, tokens, command: null, hook, unsubscribe, claimPage });
  const http = await serveTcp(reached, listen);
  building.defer(() => http.close());
  const socketPath = controlSocketPath(config, env);
  const control = await serveSocket(
    createWeb({
      ...questions,
      hosts,
      tokens: [],
      hook: null,
      unsubscribe: null,
      claimPage: null,
      command: (command) => runOperatorCommand({ store, retention: config.retention, plan, now }, command),
    }),
    socketPath,
  );
  building.defer(() => control.close());
  return { http: http.address, controlSocket: control.address };
}
