import { closedByServer, headersTimeout, systemError, type ServerAnswer } from "./simulated-network.ts";

const HEADERS_TIMEOUT_MS = 15_000;

/** What a request gets instead of an answer with items. */
export type Trouble =
  | { kind: "http-status"; httpStatus: number; retryAfterS?: number }
  | { kind: "dns" | "connect" | "tls" | "timeout" | "cut-short" }
  /** An HTML page with status 200. */
  | { kind: "page" };

/** What a request meets, as the network and the HTTP client's library would say it. */
export function answerTrouble(trouble: Trouble, afterMs: number): ServerAnswer {
  switch (trouble.kind) {
    case "http-status": {
      const { httpStatus: status, retryAfterS } = trouble;
      const headers: Record<string, string> = retryAfterS === undefined ? {} : { "retry-after": String(retryAfterS) };
      return { kind: "answer", afterMs, status, headers, body: "" };
    }
    case "page": {
      const body = "<!doctype html><html><head><title>Sorry</title></head><body>Something went wrong.</body></html>";
      return { kind: "answer", afterMs, status: 200, headers: { "content-type": "text/html", etag: '"error"' }, body };
    }
    case "dns":
      return { kind: "broken", afterMs, error: systemError("ENOTFOUND"), isCut: false };
    case "connect":
      return { kind: "broken", afterMs, error: systemError("ECONNREFUSED"), isCut: false };
    case "tls":
      return { kind: "broken", afterMs, error: systemError("CERT_HAS_EXPIRED"), isCut: false };
    case "timeout":
      return { kind: "broken", afterMs: HEADERS_TIMEOUT_MS, error: headersTimeout(), isCut: false };
    case "cut-short":
      return { kind: "broken", afterMs, error: closedByServer(), isCut: true };
  }
}
