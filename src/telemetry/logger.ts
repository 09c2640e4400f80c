import { pino, type DestinationStream, type Logger as PinoLogger } from "pino";
import { harmless } from "../core/harmless-text.ts";
import { withoutSecretFields, withoutSecretText } from "./without-secrets.ts";

/** Structured log: a static lower-case sentence, ids as fields; `error` means a person must act. */
export type Logger = PinoLogger;

/**
 * The process's logger: JSON lines on standard error. Values under the names of secrets are hidden at any depth, and
 * secrets that can be told by their shape (credentials in addresses, Slack tokens) in any text. Nothing that feeds and
 * servers say is obeyed by the terminal it is read on.
 * @param level a level of pino, `silent` included
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    formatters: {
      level: (label: string) => ({ level: label }),
      bindings: withoutSecretFields,
      log: withoutSecretFields,
    },
    // pino's own way with errors would copy whatever a library hung on them; they are described by then.
    serializers: { err: (described: unknown) => described },
    hooks: { streamWrite: (line: string) => harmless(withoutSecretText(line)) },
  };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}
