import { createServer } from "node:http";
import { listen } from "../../../src/demo/sinks/http-server.ts";

interface ReceivedRequest {
  /** Path and query. */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

/** An answer of the receiver; `hang` and `reset` give none. */
export type ReceiverAnswer = { status: number; headers?: Record<string, string>; body?: string } | "hang" | "reset";

export interface Receiver {
  url: string;
  requests: readonly ReceivedRequest[];
  answerWith(answer: ReceiverAnswer): void;
  close(): Promise<void>;
}

/** A web server that keeps what is posted to it and answers as told, else 204. */
export async function startReceiver(): Promise<Receiver> {
  const requests: ReceivedRequest[] = [];
  const answers: ReceiverAnswer[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      requests.push({ url: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
      const answer = answers.shift() ?? { status: 204 };
      if (answer === "hang") return;
      if (answer === "reset") request.socket.resetAndDestroy();
      else response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  const { url, close } = await listen(server, 0, "127.0.0.1");
  return { url: `${url}/in`, requests, answerWith: (answer) => answers.push(answer), close };
}
