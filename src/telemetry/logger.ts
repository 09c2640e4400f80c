import { pino, type DestinationStream, type Logger as PinoLogger } from "pino";

/** Structured log: a static lower-case sentence, ids as fields; `error` means a person must act. */
export type Logger = PinoLogger;

const SECRET_KEYS = ["password", "token", "secret", "authorization", "smtp", "url"];

/**
 * The process's logger: JSON lines on standard error. Values under secret-bearing keys are redacted at the first
 * three levels; addresses with credentials are never logged at all (log hosts, not URLs).
 */
export function createLogger(level: string, destination?: DestinationStream): Logger {
  const paths = SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);
  const options = { level, redact: { paths, censor: "[redacted]" }, base: null };
  return pino(options, destination ?? pino.destination({ dest: 2, sync: true }));
}
