import { StoreError } from "../store-error.ts";

const NETWORK_CODES = new Set(
  (
    "ECONNREFUSED ECONNRESET ECONNABORTED ENOTFOUND EAI_AGAIN ETIMEDOUT EPIPE " +
    "EHOSTUNREACH EHOSTDOWN ENETUNREACH ENETDOWN"
  ).split(" "),
);
/** What pg itself says without a code. */
const BROKEN_CONNECTION =
  /^(connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|client was closed)/i;
/** The answer did not come within our own `query_timeout`. */
const QUERY_TIMEOUT = /^query read timeout/i;
/** A deadlock, a conflict of transactions, a lock or a statement that took too long, too little memory. */
const BUSY_CODES = ["40P01", "40001", "55P03", "57014", "53200"];

/** Node's codes of a certificate that it does not trust. */
const CERTIFICATE_CODES = /^(CERT_|ERR_TLS_CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;
/** What pg itself says of a server that wants a password when none is given, and of one without TLS. */
const NO_PASSWORD = /^SASL: .*password must be/;
const NO_TLS = /does not support SSL/;

/** The same error in words an operator can act on; other errors come back as they are. The password is never named. */
export function describePostgresError(error: unknown, host: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (isUnreachable(error, code))
    return new StoreError("unreachable", `PostgreSQL at ${host} does not answer: start it, or correct store:`, {
      cause: error,
    });
  if (BUSY_CODES.includes(code) || QUERY_TIMEOUT.test(error.message))
    return new StoreError("busy", `PostgreSQL at ${host} is too busy: ${error.message}; the work is tried again`, {
      cause: error,
    });
  // SQLSTATE classes (PostgreSQL manual, appendix A): 28 authorisation, 3D no such database, 42501 no privilege.
  if (code.startsWith("28") || code === "3D000" || code === "42501")
    return new StoreError("refused", `PostgreSQL at ${host} refuses: ${error.message}; correct store:`, {
      cause: error,
    });
  if (NO_PASSWORD.test(error.message))
    return new StoreError("refused", `PostgreSQL at ${host} wants a password: write user and password into store:`, {
      cause: error,
    });
  if (NO_TLS.test(error.message) || CERTIFICATE_CODES.test(code))
    return new StoreError(
      "refused",
      `no TLS connection to PostgreSQL at ${host}: ${error.message}; correct sslmode in store:, or give its authority in NODE_EXTRA_CA_CERTS`,
      { cause: error },
    );
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

/**
 * Class 08 is a broken connection, 25P03 one that was idle in a transaction for too long, 57P01 to 57P03 a server that
 * stops or starts, 53300 one without free connections.
 */
function isUnreachable(error: Error, code: string): boolean {
  if (NETWORK_CODES.has(code) || code === "25P03" || code === "53300") return true;
  if (code.startsWith("08") || code.startsWith("57P0")) return true;
  return BROKEN_CONNECTION.test(error.message);
}
