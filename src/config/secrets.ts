import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { SecretRef } from "../core/schema.ts";
import { Secret } from "../core/secret.ts";

/** A secret that a channel or page needs is not there: an operator must provide it. */
export class SecretUnavailableError extends Error {
  override readonly name = "SecretUnavailableError";
  /** Environment variables that are not set, or empty. */
  readonly variables: readonly string[];

  constructor(message: string, { variables = [], ...options }: ErrorOptions & { variables?: readonly string[] } = {}) {
    super(message, options);
    this.variables = variables;
  }
}

export interface SecretContext {
  env: NodeJS.ProcessEnv;
  /** What a relative path is relative to; paths in a loaded `Config` are absolute. */
  folder: string;
  /** The key that the secret is for, e.g. `channels.ops.slack.token`. */
  key: string;
}

/**
 * Reads a secret: from its environment variable, from its file (one line break at the end is left out) or as written.
 * Throws `SecretUnavailableError`, which names the variable or file and the key, where there is none.
 */
export function resolveSecret(ref: SecretRef, { env, folder, key }: SecretContext): Secret {
  if (typeof ref === "string") return new Secret(ref);
  if ("env" in ref) {
    const value = env[ref.env];
    if (value !== undefined && value.trim() !== "") return new Secret(value);
    throw new SecretUnavailableError(
      `${key} needs the environment variable ${ref.env}, which is ${value === undefined ? "not set" : "empty"}`,
      { variables: [ref.env] },
    );
  }
  return readSecretFile(resolve(folder, ref.file), key);
}

function readSecretFile(path: string, key: string): Secret {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    const why = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
    throw new SecretUnavailableError(`${key} needs the file ${path}, which cannot be read (${why})`, { cause });
  }
  const value = text.replace(/\r?\n$/, "");
  if (value.trim() === "")
    throw new SecretUnavailableError(`${key} needs the file ${path}, which is empty: write the secret`);
  return new Secret(value);
}
