import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { listen } from "../../../src/demo/sinks/http-server.ts";

/** What a subscriber posted. */
interface HubRequest {
  path: string;
  mode: string;
  topic: string;
  callback: string;
  secret: string;
  leaseSeconds: string | null;
}

/** An answer to a request; 202 where none is given. */
interface HubAnswer {
  status: number;
  location?: string;
  /** Text, or what makes it out of the request. */
  body?: string | ((request: HubRequest) => string);
}

interface Confirmation {
  mode?: string;
  topic?: string;
  leaseSeconds?: number | string;
}

/** A WebSub hub as a test needs it: it does nothing by itself, unless it is told to confirm at once. */
export interface TestHub {
  url(path?: string): string;
  requests: readonly HubRequest[];
  /** The last request; throws where there is none. */
  last(): HubRequest;
  answerWith(...answers: readonly HubAnswer[]): void;
  /** From now on confirms each request before it answers it, with this lease. */
  confirmAtOnce(leaseSeconds: number): void;
  /** Asks the callback of the last request whether it is meant; what is left out is as it was asked for. */
  confirm(changed?: Confirmation): Promise<{ status: number; text: string }>;
  deny(reason: string): Promise<number>;
  /** Posts a body to the callback of the last request, signed with its secret by this method. */
  push(body: string | Uint8Array<ArrayBuffer>, method?: string): Promise<number>;
  close(): Promise<void>;
}

export const CHALLENGE = "a challenge <b>nobody</b> guesses";

/** The header that signs a body. */
export function sign(body: string | Uint8Array, secret: string, method = "sha256"): string {
  return `${method}=${createHmac(method, secret).update(body).digest("hex")}`;
}

async function readForm(request: IncomingMessage): Promise<HubRequest> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const form = new URLSearchParams(text);
  return {
    path: request.url ?? "",
    mode: form.get("hub.mode") ?? "",
    topic: form.get("hub.topic") ?? "",
    callback: form.get("hub.callback") ?? "",
    secret: form.get("hub.secret") ?? "",
    leaseSeconds: form.get("hub.lease_seconds"),
  };
}

async function ask(
  callback: string,
  query: Readonly<Record<string, string>>,
): Promise<{ status: number; text: string }> {
  const answer = await fetch(`${callback}?${new URLSearchParams(query).toString()}`);
  return { status: answer.status, text: await answer.text() };
}

function toQuery(request: HubRequest, { mode, topic, leaseSeconds = 864_000 }: Confirmation): Record<string, string> {
  return {
    "hub.mode": mode ?? request.mode,
    "hub.topic": topic ?? request.topic,
    "hub.challenge": CHALLENGE,
    "hub.lease_seconds": String(leaseSeconds),
  };
}

/** Starts a hub on 127.0.0.1. */
export async function startHub(): Promise<TestHub> {
  const requests: HubRequest[] = [];
  const answers: HubAnswer[] = [];
  let leaseSeconds: number | null = null;

  const server = createServer((incoming, response) => {
    void (async () => {
      const request = await readForm(incoming);
      requests.push(request);
      const { status, location, body = "" } = answers.shift() ?? { status: 202 };
      if (status === 202 && leaseSeconds !== null) await ask(request.callback, toQuery(request, { leaseSeconds }));
      response.writeHead(status, { ...(location === undefined ? {} : { location }), "content-type": "text/plain" });
      response.end(typeof body === "string" ? body : body(request));
    })();
  });
  const { url, close } = await listen(server, 0, "127.0.0.1");

  function last(): HubRequest {
    const request = requests.at(-1);
    if (request === undefined) throw new Error("the hub was never asked");
    return request;
  }

  return {
    url: (path = "/hub") => `${url}${path}`,
    requests,
    last,
    answerWith: (...given) => answers.push(...given),
    confirmAtOnce: (seconds) => (leaseSeconds = seconds),
    confirm: (changed = {}) => ask(last().callback, toQuery(last(), changed)),
    deny: async (reason) => {
      const { callback, topic } = last();
      const answer = await ask(callback, { "hub.mode": "denied", "hub.topic": topic, "hub.reason": reason });
      return answer.status;
    },
    push: async (body, method) => {
      const { callback, secret } = requests.findLast((request) => request.mode === "subscribe") ?? last();
      const headers = { "x-hub-signature": sign(body, secret, method), "content-type": "application/rss+xml" };
      const answer = await fetch(callback, { method: "POST", headers, body });
      return answer.status;
    },
    close,
  };
}
