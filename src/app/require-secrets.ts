import { secretsOfHeartbeat, secretsOfHttp, secretsOfTransport, type SecretUse } from "../config/channel-secrets.ts";
import type { ChannelConfig } from "../config/config.ts";
import { resolveSecret, SecretUnavailableError } from "../config/secrets.ts";
import type { DaemonOptions } from "./parts.ts";

/**
 * Looks for every secret that this process will use, before anything is started.
 * @throws SecretUnavailableError that names all that are missing, what they are for and the remedy
 */
export function requireSecrets(options: Omit<DaemonOptions, "log">): void {
  const { config, env } = options;
  const missing = listUses(options).flatMap(({ path, ref }) => {
    try {
      resolveSecret(ref, { env, folder: config.folder, key: path.join(".") });
      return [];
    } catch (error) {
      if (error instanceof SecretUnavailableError) return [error];
      throw error;
    }
  });
  const [first, ...others] = missing;
  if (first === undefined) return;
  if (others.length === 0) throw first;
  const list = missing.map(({ message }) => `\n  ${message}`).join("");
  throw new SecretUnavailableError(`${missing.length} secrets are missing:${list}`, {
    variables: missing.flatMap(({ variables }) => variables),
  });
}

function listUses({ config, roles, mode }: Omit<DaemonOptions, "log">): SecretUse[] {
  const { channels, http, heartbeat } = config;
  const isService = mode === "service";
  return [
    ...(roles.includes("deliver") ? channels.flatMap((channel) => usesOf(channel, isService)) : []),
    ...(isService && roles.includes("web") ? below("http", secretsOfHttp(http)) : []),
    ...(isService && roles.includes("schedule") ? below("heartbeat", secretsOfHeartbeat(heartbeat)) : []),
  ];
}

/** The app token is for the buttons of alerts, which only a service hears, and which a digest does not have. */
function usesOf({ id, digest, transport }: ChannelConfig, isService: boolean): SecretUse[] {
  const hasButtons = isService && digest === null;
  const uses = secretsOfTransport(transport).filter(({ path }) => hasButtons || path.at(-1) !== "app_token");
  return below(`channels.${id}`, uses);
}

function below(prefix: string, uses: readonly SecretUse[]): SecretUse[] {
  return uses.map(({ path, ref }) => ({ path: [prefix, ...path], ref }));
}
