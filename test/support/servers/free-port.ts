import { once } from "node:events";
import { createServer } from "node:net";

/** A port of the loopback interface on which nobody listens: connections to it are refused. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the free port has no number");
  return address.port;
}
