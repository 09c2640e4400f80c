import { describe, expect, it } from "vitest";
import type { FetchOutcome } from "../fetch/fetch-document.ts";
import type { PollFailure } from "../poll-outcome.ts";
import { NO_LINKS } from "../websub/hub-links.ts";
import { createRobots } from "./robots.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;
const { signal } = new AbortController();

function document(text: string): FetchOutcome {
  const validators = { etag: null, lastModified: null };
  const address = { finalUrl: "https://news.example.org/robots.txt", movedTo: null };
  const rest = { links: NO_LINKS, validators, freshForMs: null, bytes: text.length, contentType: "text/plain" };
  return { kind: "document", body: Buffer.from(text), ...address, ...rest };
}

function failed(kind: PollFailure["kind"], rest: Partial<PollFailure> = {}): FetchOutcome {
  return { kind: "failed", failure: { kind, message: "no luck", httpStatus: null, retryAfterMs: null, ...rest } };
}

/** Robots whose file forbids where it says so; `read` answers as `isAllowed` does. */
function rig(read: (text: string) => boolean | null = (text) => text !== "forbid") {
  const world = { now: 0, answer: document(""), asked: new Array<string>() };
  const robots = createRobots({
    fetcher: {
      fetch: async ({ url }) => {
        world.asked.push(url);
        return world.answer;
      },
    },
    isAllowed: async (bytes) => read(Buffer.from(bytes).toString("utf8")),
    now: () => world.now,
  });
  /** `allowed`, or the kind of the refusal. */
  async function ask(url = "https://news.example.org/1"): Promise<string> {
    try {
      await robots.permit(new URL(url), signal);
      return "allowed";
    } catch (error) {
      return error instanceof Error && "kind" in error ? String(error.kind) : String(error);
    }
  }
  return { world, ask };
}

describe("robots.txt", () => {
  it.each<[fact: string, answer: FetchOutcome, expected: string]>([
    ["allows", document("allow"), "allowed"],
    ["forbids", document("forbid"), "robots"],
    ["that is not there allows everything", failed("http-status", { httpStatus: 404 }), "allowed"],
    ["that we may not see allows everything", failed("http-status", { httpStatus: 403 }), "allowed"],
    ["behind a loop of redirects allows everything", failed("redirect"), "allowed"],
    ["on a server in trouble forbids for now", failed("http-status", { httpStatus: 503 }), "robots-unreachable"],
    [
      "on a server that wants patience forbids for now",
      failed("http-status", { httpStatus: 429 }),
      "robots-unreachable",
    ],
    ["that nobody answers for forbids for now", failed("timeout"), "robots-unreachable"],
    ["behind a private address forbids for now", failed("blocked-address"), "robots-unreachable"],
    ["that is too large forbids for now", failed("too-large"), "robots-unreachable"],
  ])("%s", async (_fact, answer, expected) => {
    const { world, ask } = rig();
    world.answer = answer;
    expect(await ask()).toBe(expected);
  });

  it("that cannot be read within the limits of the thread forbids", async () => {
    const { ask } = rig(() => null);
    expect(await ask()).toBe("robots");
  });

  it("is asked for once a day and origin", async () => {
    const { world, ask } = rig();
    for (const path of ["1", "2", "3"]) await ask(`https://news.example.org/${path}`);
    await ask("https://news.example.org:8443/1");
    await ask("http://news.example.org/1");
    expect(world.asked).toEqual([
      "https://news.example.org/robots.txt",
      "https://news.example.org:8443/robots.txt",
      "http://news.example.org/robots.txt",
    ]);
    world.now = DAY - 1;
    await ask();
    expect(world.asked).toHaveLength(3);
    world.now = DAY;
    world.answer = document("forbid");
    expect(await ask()).toBe("robots");
    expect(world.asked).toHaveLength(4);
  });

  it("is asked for once by pages that come together", async () => {
    const { world, ask } = rig();
    await Promise.all(["1", "2", "3"].map((path) => ask(`https://news.example.org/${path}`)));
    expect(world.asked).toHaveLength(1);
  });

  it("that could not be had is asked for again after ten minutes, or when its server wants", async () => {
    const { world, ask } = rig();
    world.answer = failed("connect");
    await ask();
    world.now = 10 * MINUTE - 1;
    await ask();
    expect(world.asked).toHaveLength(1);
    world.now = 10 * MINUTE;
    world.answer = failed("http-status", { httpStatus: 503, retryAfterMs: 60 * MINUTE });
    await ask();
    world.now = 69 * MINUTE;
    await ask();
    expect(world.asked).toHaveLength(2);
    world.now = 70 * MINUTE;
    world.answer = document("allow");
    expect(await ask()).toBe("allowed");
  });

  it("is read up to 512 kB", async () => {
    const { world, ask } = rig((text) => text.length === 512 * 1024);
    world.answer = document("x".repeat(600_000));
    expect(await ask()).toBe("allowed");
  });

  it("is forgotten where more is known than memory should hold, the oldest first", async () => {
    const { world, ask } = rig();
    world.answer = document("x".repeat(500_000));
    for (let host = 0; host < 40; host += 1) await ask(`https://h${host}.example.org/`);
    await ask("https://h39.example.org/");
    expect(world.asked).toHaveLength(40);
    await ask("https://h0.example.org/");
    expect(world.asked).toHaveLength(41);
  });
});
