import type { Hono } from "hono";
import type { Config } from "../config/config.ts";
import { createClaimLinks } from "../pipeline/claim-links.ts";
import { claimStory } from "../pipeline/claim-story.ts";
import { runOperatorCommand } from "../pipeline/operator-command.ts";
import { createUnsubscribe } from "../pipeline/unsubscribe.ts";
import { createHubCallback } from "../pipeline/websub/answer-hub.ts";
import { createWeb } from "../web/create-web.ts";
import type { ReloadAnswer } from "../web/reload-answer.ts";
import { serveSocket, serveTcp } from "../web/serve.ts";
import { askHealth, askStatus } from "./ask-status.ts";
import { controlSocketPath } from "./control-socket.ts";
import type { Outlets } from "./open-outlets.ts";
import type { Parts } from "./parts.ts";

export interface WebAddresses {
  /** e.g. http://127.0.0.1:8420 */
  http: string;
  controlSocket: string;
}

/** What answers by one configuration. */
export interface WebApps {
  /** Health, metrics and status, what hubs and mails lead to. */
  http: Hono;
  /** The same for who may open the control socket, and the commands of operators. */
  control: Hono;
}

export function createWebApps(parts: Parts, { tokens }: Outlets, reload: () => Promise<ReloadAnswer>): WebApps {
  const { options, metrics, store, plan, now } = parts;
  const { config } = options;
  const { listen, public_url: publicUrl } = config.http;
  const questions = {
    claim: (claim: { storyId: string; author: string }) => claimStory({ store, plan, now }, claim),
    health: () => askHealth(parts),
    status: () => askStatus(parts),
    metrics: () => metrics.render(),
    onError: (error: Error) => options.log.error({ err: error }, "a request could not be answered"),
    reload,
  };
  const host = listen.slice(0, listen.lastIndexOf(":")).toLowerCase();
  const hosts = new Set(["localhost", "127.0.0.1", "[::1]", host]);
  const hook = {
    publicUrl,
    callback: createHubCallback({ ...parts, minIntervalMs: config.fetch.min_interval }),
  };
  const unsubscribe = publicUrl === null ? null : { publicUrl, unsubscribe: createUnsubscribe(parts) };
  const claimPage = publicUrl === null ? null : { publicUrl, links: createClaimLinks(parts) };
  return {
    http: createWeb({ ...questions, hosts, tokens, command: null, hook, unsubscribe, claimPage }),
    control: createWeb({
      ...questions,
      hosts,
      tokens: [],
      hook: null,
      unsubscribe: null,
      claimPage: null,
      command: (command) => runOperatorCommand({ store, retention: config.retention, plan, now }, command),
    }),
  };
}

/** Serves on the configured address and on the control socket, at each request what answers by then. */
export async function serveWeb(
  config: Config,
  { env, apps }: { env: NodeJS.ProcessEnv; apps: () => WebApps },
  building: AsyncDisposableStack,
): Promise<WebAddresses> {
  const http = await serveTcp((request) => apps().http.fetch(request), config.http.listen);
  building.defer(() => http.close());
  const control = await serveSocket((request) => apps().control.fetch(request), controlSocketPath(config, env));
  building.defer(() => control.close());
  return { http: http.address, controlSocket: control.address };
}
