import type { ServerType } from "@hono/node-server";

/** Ends a server at once, open connections included. */
export async function closeServer(server: ServerType): Promise<void> {
  if ("closeAllConnections" in server) server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
