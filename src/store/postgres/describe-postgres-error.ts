import { StoreError } from "../store-error.ts";

const NETWORK_CODES = ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "EAI_AGAIN", "ETIMEDOUT", "EHOSTUNREACH", "EPIPE"];
/** What pg itself says without a code. */
const BROKEN_CONNECTION =
  /^(connection terminated|timeout exceeded when trying to connect|client has encountered a connection error)/i;

/** The same error in words an operator can act on; other errors come back as they are. The password is never named. */
export function describePostgresError(error: unknown, host: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (isUnreachable(error, code))
    return new StoreError("unreachable", `PostgreSQL at ${host} does not answer: start it, or correct store:`, {
      cause: error,
    });
  // SQLSTATE classes (PostgreSQL manual, appendix A): 28 authorisation, 3D no such database, 42501 no privilege.
  if (code.startsWith("28") || code === "3D000" || code === "42501")
    return new StoreError("refused", `PostgreSQL at ${host} refuses: ${error.message}; correct store:`, {
      cause: error,
    });
  if (code === "53100")
    return new StoreError("disk-full", `the disk of PostgreSQL at ${host} is full: free space, work resumes`, {
      cause: error,
    });
  if (code === "25006")
    return new StoreError("not-writable", `PostgreSQL at ${host} is read-only: name the primary server in store:`, {
      cause: error,
    });
  return error;
}

/** Class 08 is a broken connection, 57P01 to 57P03 a server that stops or starts, 53300 one without free connections. */
function isUnreachable(error: Error, code: string): boolean {
  if (NETWORK_CODES.includes(code) || code.startsWith("08") || code.startsWith("57P0") || code === "53300") return true;
  return BROKEN_CONNECTION.test(error.message);
}
