import { createAdaptorServer, type ServerType } from "@hono/node-server";
import { chmod, rm } from "node:fs/promises";
import { once } from "node:events";

/** What is asked when it closes has this long, ms. */
const ANSWER_MS = 1000;

type Answer = (request: Request) => Response | Promise<Response>;

/** A server that stops within a bounded time. */
export interface Served {
  /** Where it listens: `http://127.0.0.1:8420`, or the path of the socket. */
  address: string;
  close(): Promise<void>;
}

/** Listening failed: names the address and what to do. */
class ListenError extends Error {
  override readonly name = "ListenError";
}

/**
 * Serves on a TCP address.
 * @param listen `address:port`; port 0 takes a free one
 * @throws ListenError when the port is in use or the address is not this machine's
 */
export async function serveTcp(answer: Answer, listen: string): Promise<Served> {
  const colon = listen.lastIndexOf(":");
  const host = listen.slice(0, colon).replace(/^\[|\]$/g, "");
  const server = createAdaptorServer({ fetch: answer });
  server.listen(Number(listen.slice(colon + 1)), host);
  await listening(server, listen);
  const bound = server.address();
  const port = typeof bound === "object" && bound !== null ? bound.port : 0;
  return { address: `http://${host.includes(":") ? `[${host}]` : host}:${port}`, close: () => close(server) };
}

/** Serves on a unix socket that only this user may open; a socket left by a killed process is replaced. */
export async function serveSocket(answer: Answer, path: string): Promise<Served> {
  await rm(path, { force: true });
  const server = createAdaptorServer({ fetch: answer });
  server.listen(path);
  await listening(server, path);
  await chmod(path, 0o600);
  return {
    address: path,
    close: async () => {
      await close(server);
      await rm(path, { force: true });
    },
  };
}

async function listening(server: ServerType, address: string): Promise<void> {
  try {
    await once(server, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const why =
      code === "EADDRINUSE"
        ? "the port is in use: stop the other program or set http.listen to a free port (port 0 takes any)"
        : `${code || "it failed"}: set http.listen to an address of this machine`;
    throw new ListenError(`cannot listen on ${address}: ${why}`, { cause: error });
  }
}

/** Requests at hand are answered, within a time. */
async function close(server: ServerType): Promise<void> {
  const limit = setTimeout(() => {
    if ("closeAllConnections" in server) server.closeAllConnections();
  }, ANSWER_MS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearTimeout(limit);
}
