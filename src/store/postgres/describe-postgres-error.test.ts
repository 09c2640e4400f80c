import { describe, expect, it } from "vitest";
import { StoreError } from "../store-error.ts";
import { describePostgresError } from "./describe-postgres-error.ts";

function failure(message: string, code?: string): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

describe("an error of PostgreSQL", () => {
  it.each([
    ["connect ECONNREFUSED 127.0.0.1:5432", "ECONNREFUSED", "unreachable"],
    ["connect ENETUNREACH 192.0.2.1:5432", "ENETUNREACH", "unreachable"],
    ["Connection terminated unexpectedly", undefined, "unreachable"],
    ["Client was closed and is not queryable", undefined, "unreachable"],
    ["terminating connection due to administrator command", "57P01", "unreachable"],
    ["terminating connection due to idle-in-transaction timeout", "25P03", "unreachable"],
    ["sorry, too many clients already", "53300", "unreachable"],
    ["Query read timeout", undefined, "busy"],
    ["canceling statement due to statement timeout", "57014", "busy"],
    ["canceling statement due to lock timeout", "55P03", "busy"],
    ["deadlock detected", "40P01", "busy"],
    ["could not serialize access due to concurrent update", "40001", "busy"],
    ["out of memory", "53200", "busy"],
    ["password authentication failed", "28P01", "refused"],
    ["SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string", undefined, "refused"],
    ["The server does not support SSL connections", undefined, "refused"],
    ["self-signed certificate", "DEPTH_ZERO_SELF_SIGNED_CERT", "refused"],
    ["Hostname/IP does not match certificate's altnames", "ERR_TLS_CERT_ALTNAME_INVALID", "refused"],
    ["could not extend file: No space left on device", "53100", "disk-full"],
    ["cannot execute UPDATE in a read-only transaction", "25006", "not-writable"],
  ])("%s (%s) is the store's: %s", (message, code, reason) => {
    const cause = failure(message, code);
    const described = describePostgresError(cause, "db.example");
    expect(described).toBeInstanceOf(StoreError);
    expect(described).toMatchObject({ reason, cause, message: expect.stringContaining("PostgreSQL at db.example") });
  });

  it.each([
    ["null value in column violates not-null constraint", "23502"],
    ["syntax error at or near", "42601"],
  ])("%s (%s) stays what it is: a fault of ours", (message, code) => {
    const error = failure(message, code);
    expect(describePostgresError(error, "db.example")).toBe(error);
  });
});
