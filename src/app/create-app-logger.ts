import { createLogger, type Logger } from "../telemetry/logger.ts";

const LEVELS = ["debug", "info", "warn", "error", "silent"];

/**
 * The process's logger; WIREWATCH_LOG_LEVEL sets its level (default info).
 * @throws Error when there is no such level
 */
export function createAppLogger(env: NodeJS.ProcessEnv): Logger {
  const level = env["WIREWATCH_LOG_LEVEL"] ?? "info";
  if (!LEVELS.includes(level)) throw new Error(`WIREWATCH_LOG_LEVEL is "${level}": it can be ${LEVELS.join(", ")}`);
  return createLogger(level);
}
