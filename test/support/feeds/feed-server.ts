import { readFileSync } from "node:fs";
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from "node:http";
import { createSecureServer } from "node:http2";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";

/** What a path does: writes its answer, or breaks off as the test wants it to. */
export type Answering = (response: ServerResponse, headers: IncomingHttpHeaders) => void;

interface SeenRequest {
  path: string;
  headers: IncomingHttpHeaders;
  httpVersion: string;
}

export interface FeedServer {
  port: number;
  /** Sets what a path answers; unknown paths answer 404. */
  on(path: string, answering: Answering): void;
  /** Address of a path, on the server's own address or under another name for it. */
  url(path: string, host?: string): string;
  readonly seen: readonly SeenRequest[];
  /** Connections accepted so far. */
  connections(): number;
  close(): Promise<void>;
}

export interface FeedServerOptions {
  address?: string;
  port?: number;
  /**
   * With the certificate of test/fixtures/tls, signed by itself for localhost, feed.test and 127.0.0.1; h2 offers
   * HTTP/1.1 beside it.
   */
  protocol?: "http" | "https" | "h2";
}

function readFixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/tls/${name}`, import.meta.url), "utf8");
}

/** The certificate of the https and h2 servers, to be trusted or not. */
export function testCertificate(): string {
  return readFixture("localhost.cert.pem");
}

/** The key to that certificate. */
export function testKey(): string {
  return readFixture("localhost.key.pem");
}

/** Answers with a body and headers, 200 unless told otherwise. */
export function answer(body: string | Buffer, headers: Record<string, string> = {}, status = 200): Answering {
  return (response) => {
    response.writeHead(status, headers);
    response.end(body);
  };
}

function createServerFor(protocol: "http" | "https" | "h2", listener: RequestListener): Server {
  if (protocol === "http") return createServer(listener);
  const tls = { key: testKey(), cert: testCertificate() };
  if (protocol === "https") return createTlsServer(tls, listener);
  // node:http2's compatibility API offers the parts of request and response that these tests use.
  const server = createSecureServer({ ...tls, allowHTTP1: true });
  server.on("request", listener);
  return server;
}

/** A local HTTP server whose paths are programmed by the test, and that remembers what it was asked. */
export async function startFeedServer(options: FeedServerOptions = {}): Promise<FeedServer> {
  const { address = "127.0.0.1", port: wantedPort = 0, protocol = "http" } = options;
  const paths = new Map<string, Answering>();
  const seen: SeenRequest[] = [];
  const sockets = new Set<{ destroy(): void }>();
  let connections = 0;

  const server = createServerFor(protocol, (request, response) => {
    const path = request.url ?? "/";
    seen.push({ path, headers: request.headers, httpVersion: request.httpVersion });
    const answering = paths.get(path) ?? answer("no such feed", {}, 404);
    answering(response, request.headers);
  });
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => {
    server.listen(wantedPort, address, resolve);
  });
  const { port } = addressOf(server);

  return {
    port,
    on(path, answering) {
      paths.set(path, answering);
    },
    url: (path, host = address) => `${protocol === "http" ? "http" : "https"}://${host}:${port}${path}`,
    seen,
    connections: () => connections,
    async close() {
      const closed = new Promise((resolve) => {
        server.close(resolve);
      });
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function addressOf(server: Server): AddressInfo {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return address;
}
