import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { hostAndPort } from "./queue-server.ts";
import { queueUnavailable } from "./queue-unavailable-error.ts";

const PLANTED = "s3cr3t-planted";

describe("an error of the queue's server", () => {
  it("says what was tried, where, why it failed and what to do", () => {
    const server = { title: "Redis at queue.example.org:6379", setting: "queue" } as const;
    const error = queueUnavailable(server, "adding job poll-x to queue poll", new Error("connect ECONNREFUSED"));
    expect(error.message).toBe(
      'Redis at queue.example.org:6379: adding job poll-x to queue poll failed (connect ECONNREFUSED); check that it runs and that "queue" in wirewatch.yaml is right',
    );
  });

  it("does not carry the refused command, which may be the login", () => {
    const refused = Object.assign(new Error("WRONGPASS"), { command: { name: "auth", args: [PLANTED] } });
    const error = queueUnavailable({ title: "Redis at q:6379", setting: "queue" }, "the connection", refused);
    expect(error.cause).toBe(refused);
    expect(inspect(error, { depth: 10 })).not.toContain(PLANTED);
  });

  it.each([
    [`redis://desk:${PLANTED}@queue.example.org/2`, "queue.example.org:6379"],
    [`rediss://:${PLANTED}@10.0.0.7:7000`, "10.0.0.7:7000"],
    ["redis://[::1]:6380", "[::1]:6380"],
  ])("names of %s only host and port", (url, place) => {
    expect(hostAndPort(url, 6379)).toBe(place);
  });
});
