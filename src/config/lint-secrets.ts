import { dirname } from "node:path";
import type { SecretRef } from "../core/schema.ts";
import { toTransport } from "./build-transport.ts";
import { secretsOfHeartbeat, secretsOfHttp, secretsOfTransport } from "./channel-secrets.ts";
import { placeIn } from "./origin.ts";
import { resolveSecret, SecretUnavailableError, type SecretContext } from "./secrets.ts";
import type { Sections } from "./sections.ts";
import type { Finding } from "./source.ts";

/** Secrets that are written into the files, and those that are not set. */
export function lintSecrets(sections: Sections, env: NodeJS.ProcessEnv): Finding[] {
  return [...lintServers(sections), ...lintRefs(sections, env)];
}

/** Servers whose address holds a password: the only secrets that cannot be written as {env: NAME}. */
function lintServers({ settings, settingOrigins }: Sections): Finding[] {
  return (["store", "queue"] as const).flatMap((key): Finding[] => {
    const origin = settingOrigins.get(key);
    if (origin === undefined || (URL.parse(settings[key])?.password ?? "") === "") return [];
    const message = `${key} holds a password written into the file`;
    const remedy = `set the environment variable WIREWATCH_${key.toUpperCase()} in its place and change the password, since files are shared and kept`;
    return [{ severity: "lint", code: "literal-secret", place: placeIn(origin, []), message, remedy }];
  });
}

function lintRefs({ channels, settings, settingOrigins }: Sections, env: NodeJS.ProcessEnv): Finding[] {
  const http = settingOrigins.get("http");
  const beat = settingOrigins.get("heartbeat");
  const ofSettings = [
    ...(http === undefined ? [] : secretsOfHttp(settings.http).map((use) => ({ ...use, origin: http }))),
    ...(beat === undefined ? [] : secretsOfHeartbeat(settings.heartbeat).map((use) => ({ ...use, origin: beat }))),
  ];
  const ofChannels = channels.entries.flatMap(({ value, origin }) =>
    secretsOfTransport(toTransport(value, dirname(origin.file.path))).map((use) => ({ ...use, origin })),
  );
  return [...ofSettings, ...ofChannels].flatMap(({ path, ref, origin }): Finding[] => {
    const place = placeIn(origin, path);
    const key = [...origin.path, ...path].join(".");
    if (typeof ref === "string") {
      const remedy = "write {env: NAME} or {file: path} and change the secret, since files are shared and kept";
      const message = `${key} is a secret written into the file`;
      return [{ severity: "lint", code: "literal-secret", place, message, remedy }];
    }
    const missing = whyUnset(ref, { env, folder: dirname(origin.file.path), key });
    return missing === null
      ? []
      : [{ severity: "lint", code: "unset-secret", place, message: missing, remedy: "set it before `run`" }];
  });
}

function whyUnset(ref: SecretRef, context: SecretContext): string | null {
  try {
    resolveSecret(ref, context);
    return null;
  } catch (error) {
    if (error instanceof SecretUnavailableError) return error.message;
    throw error;
  }
}
