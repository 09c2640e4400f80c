import type { IncomingMessage, Server } from "node:http";

/** Starts a server and says where; closing it ends the connections that hang on purpose, too. */
export async function listen(
  server: Server,
  port: number,
  host: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, host, resolve);
  await promise;
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return { url: `http://${host}:${bound}`, close: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => {
    resolve();
  });
  server.closeAllConnections();
  return promise;
}

/** A request's body as text, 5 MB at most. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > 5_000_000) throw new RangeError("the request is larger than 5 MB");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString("utf8");
}
