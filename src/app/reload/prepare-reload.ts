import { SecretUnavailableError } from "../../config/secrets.ts";
import { UnusableSecretError } from "../../core/secret.ts";
import { finishInTurns } from "../../core/steps.ts";
import type { ConfigChanges, Refused } from "../../web/reload-answer.ts";
import { openSecretParts, type SecretParts } from "../open-secret-parts.ts";
import { makeParts, type Lasting, type Parts } from "../parts.ts";
import type { LoadedInThread } from "../threads/load-in-thread.ts";
import type { MatchEngine, PreparedRules } from "../threads/match-thread.ts";
import { compareConfigs } from "./compare-configs.ts";
import { keepFixed } from "./keep-fixed.ts";

/** Another configuration, checked and compiled, that only has to be started. */
export interface PreparedConfig {
  parts: Parts;
  /** What the store keeps of it. */
  body: string;
  secretParts: SecretParts;
  /** Null: this process does not match. */
  rules: PreparedRules | null;
  changes: ConfigChanges;
  needsRestart: readonly string[];
}

/** A configuration is not taken over, for a reason that can be named. */
export class RefusedError extends Error {
  override readonly name = "RefusedError";
  readonly refused: Refused;

  constructor(refused: Refused, options?: ErrorOptions) {
    super(refused.message, options);
    this.refused = refused;
  }
}

/**
 * Does everything that can go wrong with another configuration while the old one works: resolves its secrets, opens
 * its channels, compiles its rules.
 * @throws RefusedError for what a person must correct
 */
export async function prepareReload(
  lasting: Lasting,
  { running, read: { loaded, body }, engine }: { running: Parts; read: LoadedInThread; engine: MatchEngine | null },
): Promise<PreparedConfig> {
  const { config: before } = running.options;
  if (loaded.kind === "invalid") {
    const problems = loaded.problems.filter(({ severity }) => severity === "error");
    const message = `the configuration in ${before.folder} has ${problems.length === 1 ? "a mistake" : `${problems.length} mistakes`}`;
    throw new RefusedError({ kind: "refused", reason: "invalid", message, problems });
  }
  const { config, needsRestart } = keepFixed(loaded.config, before);
  const parts = makeParts(lasting, { ...running.options, config });
  const secretParts = openWithSecrets(parts);
  try {
    const changes = await finishInTurns(compareConfigs(before, config));
    const rules = engine === null ? null : await engine.prepare(config.rules);
    return { parts, body, secretParts, rules, changes, needsRestart };
  } catch (error) {
    await secretParts.close();
    throw error;
  }
}

function openWithSecrets({ options, now }: Parts): SecretParts {
  try {
    return openSecretParts(options, now);
  } catch (error) {
    if (!(error instanceof SecretUnavailableError || error instanceof UnusableSecretError)) throw error;
    throw new RefusedError(
      { kind: "refused", reason: "secrets", message: withRemedy(error), problems: [] },
      { cause: error },
    );
  }
}

/** To set a missing variable and reload again is what comes to mind, and changes nothing. */
function withRemedy(error: SecretUnavailableError | UnusableSecretError): string {
  if (error instanceof UnusableSecretError || error.variables.length === 0) return error.message;
  const names = [...new Set(error.variables)].join(", ");
  const parting = error.message.includes("\n") ? "\n" : "; ";
  return `${error.message}${parting}a running process keeps its environment: set ${names} where the daemon is started and restart it, or give the secret as {file: PATH}`;
}
