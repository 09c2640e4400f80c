import { describe, expect, it } from "vitest";
import { linksOf } from "../../test/support/claimable.ts";
import { Secret } from "../core/secret.ts";
import { StoreError } from "../store/store-error.ts";
import { createWeb, type WebDeps } from "./create-web.ts";
import type { ReloadAnswer } from "./reload-answer.ts";

interface Asked {
  reload?: WebDeps["reload"];
  command?: WebDeps["command"];
  hook?: WebDeps["hook"];
  unsubscribe?: WebDeps["unsubscribe"];
  claimPage?: WebDeps["claimPage"];
  onError?: WebDeps["onError"];
}

function fail(error: Error): void {
  throw error;
}

function neverAsked(): Promise<never> {
  return Promise.reject(new Error("not asked here"));
}

function web(
  tokens: readonly Secret[],
  ready = true,
  {
    command = null,
    hook = null,
    unsubscribe = null,
    claimPage = null,
    reload = neverAsked,
    onError = fail,
  }: Asked = {},
): ReturnType<typeof createWeb> {
  return createWeb({
    hosts: new Set(["127.0.0.1", "[::1]"]),
    tokens,
    health: async () => ({ ready, problems: ready ? [] : ["the queue does not answer"] }),
    status: () => Promise.reject(new Error("not asked here")),
    claim: () => Promise.reject(new Error("not asked here")),
    reload,
    command,
    hook,
    unsubscribe,
    claimPage,
    onError,
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
    ["refuse a token without its scheme", TOKEN, "/metrics", { host: "x", authorization: "right" }, 401],
    ["take the right token", TOKEN, "/metrics", { host: "x", authorization: "Bearer right" }, 200],
    ["take it with the scheme in any case", TOKEN, "/metrics", { host: "x", authorization: "bearer right" }, 200],
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

describe("a reload", () => {
  const refused: ReloadAnswer = { kind: "refused", reason: "secrets", message: "no token", problems: [] };
  const unchanged = { added: [], changed: [], removed: [] };
  const changes = {
    watches: { ...unchanged, added: ["asylum"] },
    feeds: unchanged,
    channels: unchanged,
    people: unchanged,
    lists: unchanged,
    clauses: unchanged,
    exclusions: unchanged,
    settings: [],
  };
  const stored = { hours: 24, watches: [{ id: "asylum", items: 2 }], notAsked: [] };
  const reloaded: ReloadAnswer = { kind: "reloaded", hash: "h", changes, needsRestart: ["queue"], stored, unsent: [] };
  const header = { "x-wirewatch-reload": "1" };
  const bearer = { authorization: "Bearer right" };

  it.each([
    ["without its header", [], {}, [403, "send the header X-Wirewatch-Reload: 1\n"]],
    ["with the header and another value", [], { "x-wirewatch-reload": "yes" }, [403]],
    ["with its header", [], header, [200, JSON.stringify(reloaded)]],
    ["without the token, where one is set", TOKEN, header, [401]],
    ["with the token", TOKEN, { ...header, ...bearer }, [200]],
    ["under another name", [], { ...header, host: "evil.example" }, [421]],
  ] as const)("%s", async (...[, tokens, headers, expected]) => {
    const app = web(tokens, true, { reload: async () => reloaded });
    const answer = await app.request("/-/reload", { method: "POST", headers: { host: "127.0.0.1", ...headers } });
    expect([answer.status, await answer.text()]).toEqual(expect.arrayContaining([...expected]));
  });

  it("that is refused is answered as such", async () => {
    const app = web([], true, { reload: async () => refused });
    const answer = await app.request("/-/reload", { method: "POST", headers: { host: "127.0.0.1", ...header } });
    expect([answer.status, await answer.json()]).toEqual([422, refused]);
  });
});

describe("claims", () => {
  function claim(body: string, type = "application/json"): Promise<[number, string]> {
    const app = createWeb({
      hosts: new Set(["127.0.0.1"]),
      tokens: TOKEN,
      health: async () => ({ ready: true, problems: [] }),
      status: () => Promise.reject(new Error("not asked here")),
      claim: async ({ storyId, author }) => {
        if (storyId !== "sty_1") return { kind: "unknown-story", storyId };
        return { kind: author === "Ada" ? "claimed" : "already-claimed", storyId, author: "Ada", claimedAt: 5 };
      },
      reload: neverAsked,
      command: null,
      hook: null,
      unsubscribe: null,
      claimPage: null,
      onError: fail,
      metrics: async () => "",
    });
    const headers = { "content-type": type, authorization: "Bearer right" };
    return Promise.resolve(app.request("/api/v1/claims", { method: "POST", headers, body })).then(async (answer) => [
      answer.status,
      await answer.text(),
    ]);
  }

  it("are taken as JSON, for stories that exist", async () => {
    const claimed = { kind: "claimed", storyId: "sty_1", author: "Ada", claimedAt: 5 };
    expect(await claim('{"story":"sty_1","author":"Ada"}')).toEqual([200, JSON.stringify(claimed)]);
    expect((await claim('{"story":"sty_2","author":"Ada"}'))[0]).toBe(404);
    expect((await claim('{"story":"sty_1"}'))[0]).toBe(400);
    expect((await claim("story"))[0]).toBe(400);
    expect((await claim('{"story":"sty_1","author":"Ada"}', "text/plain"))[0]).toBe(415);
  });

  it("are refused for a story that somebody else has, with who it is", async () => {
    const [status, answer] = await claim('{"story":"sty_1","author":"Bo"}');
    expect(status).toBe(409);
    expect(JSON.parse(answer)).toEqual({ kind: "already-claimed", storyId: "sty_1", author: "Ada", claimedAt: 5 });
  });

  it("need a token where one is set", async () => {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
    expect((await web(TOKEN).request("/api/v1/claims", post)).status).toBe(401);
  });
});

describe("commands", () => {
  it.each(["{", "null", '{"kind":"dance"}'])(
    "that the daemon does not know are answered with what is wrong: %s",
    async (body) => {
      const app = web([], true, { command: () => Promise.reject(new Error("not asked here")) });
      const answer = await app.request("/api/v1/commands", { method: "POST", body, headers: { host: "127.0.0.1" } });
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain("this daemon does not know the command");
    },
  );
});

describe("what cannot be done", () => {
  const full = new StoreError("disk-full", "the disk is full: free space for /data/news.db");

  it.each([
    ["a command", "/api/v1/commands", full, full.message],
    ["a command, for a fault of ours", "/api/v1/commands", new Error("x is undefined"), "the log says why"],
    ["a link of a mail, which anybody may follow", "/u/token", full, "the log says why"],
  ])("is answered with 500 and goes to the log once: %s", async (_what, path, error, said) => {
    const told: Error[] = [];
    const app = web([], true, {
      command: () => Promise.reject(error),
      unsubscribe: {
        publicUrl: "https://news.example",
        unsubscribe: { find: () => Promise.reject(error), end: () => Promise.reject(error) },
      },
      onError: (one) => told.push(one),
    });
    const command = { method: "POST", body: '{"kind":"prune"}' };
    const asked = { headers: { host: "127.0.0.1" }, ...(path.startsWith("/api") ? command : {}) };
    const answer = await app.request(path, asked);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain(said);
    expect(told).toEqual([error]);
  });
});

describe("the callbacks of hubs", () => {
  const publicUrl = "https://news.example/wirewatch";
  /** Confirms what it is asked under the token "known", and takes what is posted there. */
  const callback: NonNullable<WebDeps["hook"]>["callback"] = {
    confirm: async (token, { challenge }) => (token === "known" ? (challenge ?? "") : null),
    receive: async (token) => (token === "known" ? "accepted" : "unknown"),
  };

  it.each([
    ["are reached under the public name", "/hooks/websub/known", "news.example", 200],
    ["are reached under the public name and any port", "/hooks/websub/known", "news.example:8443", 200],
    ["are reached where the proxy keeps the path", "/wirewatch/hooks/websub/known", "news.example", 200],
    ["are reached where the proxy asks as itself", "/hooks/websub/known", "127.0.0.1:8420", 200],
    ["are none that nobody has", "/hooks/websub/other", "news.example", 404],
    ["are not reached under another name", "/hooks/websub/known", "evil.example", 421],
    ["open nothing else to the public name", "/metrics", "news.example", 421],
    ["open nothing else to the public name, whatever the path", "/hooks/websub/../../metrics", "news.example", 421],
    ["open nothing else to the public name below its path", "/wirewatch/api/v1/status", "news.example", 421],
  ])("%s", async (...[, path, host, expected]) => {
    const app = web([], true, { hook: { publicUrl, callback } });
    const answer = await app.request(`${path}?hub.challenge=x`, { headers: { host } });
    expect(answer.status).toBe(expected);
  });

  it("need no token", async () => {
    const app = web(TOKEN, true, { hook: { publicUrl, callback } });
    const headers = { host: "news.example" };
    const push = await app.request("/hooks/websub/known", { method: "POST", headers, body: "x" });
    expect([push.status, await ask(app, "/metrics", headers)]).toEqual([204, 401]);
  });

  it("repeat a challenge as text that no browser takes for a page", async () => {
    const app = web([], true, { hook: { publicUrl, callback } });
    const answer = await app.request("/hooks/websub/known?hub.challenge=%3Cscript%3E", {
      headers: { host: "127.0.0.1" },
    });
    expect(await answer.text()).toBe("<script>");
    expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("tell hubs that nobody is there any more where there is no public address", async () => {
    const app = web([], true, { hook: { publicUrl: null, callback } });
    const push = await app.request("/hooks/websub/other", {
      method: "POST",
      headers: { host: "127.0.0.1" },
      body: "x",
    });
    expect(push.status).toBe(410);
    expect(await ask(app, "/hooks/websub/known", { host: "news.example" })).toBe(421);
  });
});

describe("the links that end a digest", () => {
  const publicUrl = "https://news.example/wirewatch";
  const subscriber = { channelId: "research", recipient: "<b>@example.org" };

  function app() {
    const ended: string[] = [];
    const unsubscribe: NonNullable<WebDeps["unsubscribe"]>["unsubscribe"] = {
      find: async (token) => (token === "known" ? subscriber : undefined),
      async end(token) {
        if (token !== "known") return undefined;
        ended.push(token);
        return subscriber;
      },
    };
    return { ended, app: web(TOKEN, true, { unsubscribe: { publicUrl, unsubscribe } }) };
  }

  it.each([
    ["/u/known", "news.example"],
    ["/wirewatch/u/known", "news.example"],
    ["/u/known", "127.0.0.1:8420"],
  ])("show a page with a button at %s of %s and change nothing", async (path, host) => {
    const { app: page, ended } = app();
    const answer = await page.request(path, { headers: { host } });
    const body = await answer.text();
    expect([answer.status, ended]).toEqual([200, []]);
    expect(body).toContain('<form method="post">');
    expect(body).toContain("&lt;b&gt;@example.org");
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  });

  it("end it by one click of a mail program, without a token", async () => {
    const { app: page, ended } = app();
    const headers = { host: "news.example", "content-type": "application/x-www-form-urlencoded" };
    const answer = await page.request("/u/known", { method: "POST", headers, body: "List-Unsubscribe=One-Click" });
    expect([answer.status, ended]).toEqual([200, ["known"]]);
  });

  it("know nobody else's token, and open nothing else to the public name", async () => {
    const { app: page, ended } = app();
    const headers = { host: "news.example" };
    expect(await ask(page, "/u/other", headers)).toBe(404);
    expect((await page.request("/u/other", { method: "POST", headers })).status).toBe(404);
    expect(await ask(page, "/metrics", headers)).toBe(401);
    expect(ended).toEqual([]);
    const closed = web([], true, { unsubscribe: null });
    expect(await ask(closed, "/u/known", headers)).toBe(421);
  });
});

describe("the links that claim a story", () => {
  const publicUrl = "https://news.example/wirewatch";
  const PUBLIC = { host: "news.example" };

  function app() {
    const links = linksOf();
    return { links, app: web(TOKEN, true, { claimPage: { publicUrl, links } }) };
  }

  function post(name: string, path = "/claim/known"): [string, object] {
    const headers = { ...PUBLIC, "content-type": "application/x-www-form-urlencoded" };
    return [path, { method: "POST", headers, body: new URLSearchParams({ name }).toString() }];
  }

  it.each([
    ["GET", "/claim/known", "news.example"],
    ["HEAD", "/claim/known", "news.example"],
    ["GET", "/wirewatch/claim/known", "news.example"],
    ["GET", "/claim/known", "127.0.0.1:8420"],
  ])("claim nothing when somebody only looks: %s %s of %s", async (method, path, host) => {
    const { app: page, links } = app();
    const answer = await page.request(path, { method, headers: { host } });
    expect([answer.status, links.claims]).toEqual([200, []]);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("claim by the button, and lead back to the page, which says so: to load it again asks for nothing", async () => {
    const { app: page, links } = app();
    const answer = await page.request(...post("Ada"));
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "known"]);
    expect(links.claims).toHaveLength(1);
    const shown = await (await page.request("/claim/known", { headers: PUBLIC })).text();
    expect(shown).toContain("Claimed by Ada, Tue 20 Jan 14:09 London");
    expect(shown).not.toContain("<form");
  });

  it("tell who comes second who was first, and who gives no name to give one", async () => {
    const { app: page } = app();
    const unnamed = await page.request(...post(" "));
    expect([unnamed.status, await unnamed.text()]).toEqual([400, expect.stringContaining("Say who you are")]);
    await page.request(...post("Ada"));
    const second = await page.request(...post("<b>Bo</b>"));
    expect([second.status, await second.text()]).toEqual([409, expect.stringContaining("Claimed by Ada")]);
  });

  it("know nobody else's token, take no more than a name, and open nothing else to the public name", async () => {
    const { app: page, links } = app();
    expect(await ask(page, "/claim/other", PUBLIC)).toBe(404);
    expect((await page.request(...post("Ada", "/claim/other"))).status).toBe(404);
    expect((await page.request(...post("a".repeat(20_000)))).status).toBe(413);
    const odd = ["application/json", "multipart/form-data", "multipart/form-data; boundary=x"];
    for (const type of odd) {
      const headers = { ...PUBLIC, "content-type": type };
      expect((await page.request("/claim/known", { method: "POST", headers, body: "{}" })).status).toBe(400);
    }
    expect(await ask(page, "/metrics", PUBLIC)).toBe(401);
    expect(links.claims).toEqual([]);
    const closed = web([]);
    expect(await ask(closed, "/claim/known", PUBLIC)).toBe(421);
    expect(await ask(closed, "/claim/known", { host: "127.0.0.1" })).toBe(404);
  });
});
