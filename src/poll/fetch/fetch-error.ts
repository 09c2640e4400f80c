import { errors } from "undici";
import type { FetchFailureKind, PollFailure } from "../poll-outcome.ts";

export interface FetchErrorOptions extends ErrorOptions {
  httpStatus?: number;
  retryAfterMs?: number | null;
}

/** A document could not be fetched. The kind is stable; the message names hosts only, since paths may hold keys. */
export class FetchError extends Error {
  override readonly name = "FetchError";
  readonly kind: FetchFailureKind;
  readonly httpStatus: number | null;
  readonly retryAfterMs: number | null;

  constructor(kind: FetchFailureKind, message: string, options: FetchErrorOptions = {}) {
    super(message, options);
    this.kind = kind;
    this.httpStatus = options.httpStatus ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }

  /** The same, saying who was asked. */
  whenAsking(host: string): FetchError {
    const { kind, httpStatus, retryAfterMs } = this;
    const told = { ...(httpStatus === null ? {} : { httpStatus }), retryAfterMs };
    return new FetchError(kind, `asked ${host}: ${this.message}`, { ...told, cause: this });
  }

  toFailure(): PollFailure {
    const { kind, message, httpStatus, retryAfterMs } = this;
    return { kind, message, httpStatus, retryAfterMs };
  }
}

const BY_CODE: Readonly<Record<string, readonly [FetchFailureKind, string]>> = {
  ENOTFOUND: ["dns", "the name does not resolve"],
  EAI_AGAIN: ["dns", "the name server did not answer"],
  EAI_FAIL: ["dns", "the name server failed"],
  EAI_NODATA: ["dns", "the name has no address"],
  ECONNREFUSED: ["connect", "the connection was refused"],
  EHOSTUNREACH: ["connect", "the host cannot be reached"],
  ENETUNREACH: ["connect", "the network cannot be reached"],
  ECONNRESET: ["cut-short", "the connection was reset"],
  EPIPE: ["cut-short", "the connection was closed"],
  ETIMEDOUT: ["timeout", "no connection in time"],
  UND_ERR_CONNECT_TIMEOUT: ["timeout", "no connection in time"],
  UND_ERR_HEADERS_TIMEOUT: ["timeout", "connected, but no complete answer header in time"],
  UND_ERR_BODY_TIMEOUT: ["timeout", "the answer stalled"],
  UND_ERR_HEADERS_OVERFLOW: ["too-large", "the answer header is too large"],
  UND_ERR_SOCKET: ["cut-short", "the connection was closed before the answer was complete"],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ["cut-short", "the answer is not as long as it said"],
};
const BY_PREFIX: readonly (readonly [RegExp, FetchFailureKind, string])[] = [
  [/^HPE_/, "connect", "the answer is not HTTP"],
  [/^(ERR_TLS|ERR_SSL|ERR_OSSL|CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO)/, "tls", "no secure connection"],
];

function codeOf(error: Error): string | null {
  // undici leaves out the code where the answer does not even begin like HTTP.
  if (error instanceof errors.HTTPParserError) return error.code ?? "HPE_INVALID";
  return "code" in error && typeof error.code === "string" ? error.code : null;
}

function meaningOf(code: string): readonly [FetchFailureKind, string] {
  const known = BY_CODE[code];
  if (known !== undefined) return known;
  const [, kind, meaning] = BY_PREFIX.find(([prefix]) => prefix.test(code)) ?? [];
  return [kind ?? "connect", meaning ?? "the request failed"];
}

/**
 * Puts what undici, the socket, TLS or DNS threw into the stable taxonomy. Errors that carry no code are none of
 * theirs and come back as they are.
 * @param host asked host, for the message
 */
export function translateFetchError(error: unknown, host: string): unknown {
  if (!(error instanceof Error) || error instanceof FetchError) return error;
  // Our own lookup's refusal travels as the cause of the connection error.
  if (error.cause instanceof FetchError) return error.cause;
  const code = codeOf(error);
  if (code === null) return error;
  const [kind, meaning] = meaningOf(code);
  return new FetchError(kind, `asked ${host}: ${meaning} (${code})`, { cause: error });
}
