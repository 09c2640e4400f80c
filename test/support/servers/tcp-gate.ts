import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";

/** Stands before a server and can take it away: connections are cut and new ones refused until it is opened again. */
export interface TcpGate {
  /** The server's address by way of the gate. */
  url: string;
  shut: () => Promise<void>;
  open: () => Promise<void>;
  /** Cuts all connections once, after so many more pieces of data have come from clients. */
  cutAfter: (pieces: number) => void;
}

export async function createTcpGate(targetUrl: string): Promise<TcpGate> {
  const target = new URL(targetUrl);
  const sockets = new Set<Socket>();
  let port = 0;
  let piecesLeft = Infinity;

  function keep(socket: Socket): void {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => sockets.delete(socket));
  }
  function cut(): void {
    for (const socket of sockets) socket.destroy();
  }
  function count(): void {
    piecesLeft -= 1;
    if (piecesLeft > 0) return;
    piecesLeft = Infinity;
    cut();
  }
  function join(inside: Socket): void {
    const outside = connect(Number(target.port), target.hostname);
    keep(inside);
    keep(outside);
    inside.on("close", () => outside.destroy());
    outside.on("close", () => inside.destroy());
    inside.on("data", count);
    inside.pipe(outside).pipe(inside);
  }
  async function listen(): Promise<Server> {
    const server = createServer(join).listen(port, "127.0.0.1");
    await once(server, "listening");
    return server;
  }

  let server = await listen();
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the gate has no port");
  port = address.port;
  const url = new URL(targetUrl);
  url.port = String(port);

  async function shut(): Promise<void> {
    const closed = once(server, "close");
    server.close();
    cut();
    await closed;
  }
  async function open(): Promise<void> {
    server = await listen();
  }
  function cutAfter(pieces: number): void {
    piecesLeft = pieces;
  }
  return { url: url.href, shut, open, cutAfter };
}
