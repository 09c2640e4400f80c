import { describe, expect, it } from "vitest";
import { Secret } from "../core/secret.ts";
import { createWeb } from "./create-web.ts";

function web(tokens: readonly Secret[], ready = true): ReturnType<typeof createWeb> {
  return createWeb({
    hosts: new Set(["127.0.0.1", "[::1]"]),
    tokens,
    health: async () => ({ ready, problems: ready ? [] : ["the queue does not answer"] }),
    status: () => Promise.reject(new Error("not asked here")),
    command: null,
    metrics: async () => "wirewatch_items_total 1\n",
  });
}

const TOKEN = [new Secret("right")];

async function ask(app: ReturnType<typeof createWeb>, path: string, headers: object): Promise<number> {
  const answer = await app.request(path, { headers: { ...headers } });
  return answer.status;
}

describe("the daemon's pages", () => {
  it.each([
    ["say that it lives", [], "/-/healthy", { host: "127.0.0.1:8420" }, 200],
    ["answer an IPv6 name", [], "/-/healthy", { host: "[::1]:8420" }, 200],
    ["refuse another name without tokens", [], "/metrics", { host: "evil.example" }, 421],
    ["answer any name with tokens", TOKEN, "/-/healthy", { host: "wirewatch.internal" }, 200],
    ["give metrics on loopback", [], "/metrics", { host: "127.0.0.1" }, 200],
    ["ask for a token where one is set", TOKEN, "/metrics", { host: "x" }, 401],
    ["refuse a wrong token", TOKEN, "/metrics", { host: "x", authorization: "Bearer wrong" }, 401],
    ["take the right token", TOKEN, "/metrics", { host: "x", authorization: "Bearer right" }, 200],
    ["guard the status too", TOKEN, "/api/v1/status", { host: "x" }, 401],
    ["know nothing else", [], "/", { host: "127.0.0.1" }, 404],
  ] as const)("%s", async (...[, tokens, path, headers, expected]) => {
    expect(await ask(web(tokens), path, headers)).toBe(expected);
  });

  it("tell the truth when it is not ready", async () => {
    const answer = await web([], false).request("/-/ready", { headers: { host: "127.0.0.1" } });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toBe("not ready: the queue does not answer\n");
  });
});
