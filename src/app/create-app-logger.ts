import { createLogger, type Logger } from "../telemetry/logger.ts";

/** The process's logger; WIREWATCH_LOG_LEVEL sets its level (default info). */
export function createAppLogger(env: NodeJS.ProcessEnv): Logger {
  return createLogger(env["WIREWATCH_LOG_LEVEL"] ?? "info");
}
