import { describe, expect, it } from "vitest";
import { parseRoles, ROLES, UnsharedQueueError, UsageError } from "./roles.ts";

describe("--roles", () => {
  it("left out means all of them", () => {
    expect(parseRoles(undefined, "local")).toEqual(ROLES);
  });

  it("picks some where processes share a queue", () => {
    expect(parseRoles("match, deliver", "redis://127.0.0.1")).toEqual(["match", "deliver"]);
  });

  it.each([
    ["poll", "local", UnsharedQueueError, /needs a queue that processes share/],
    ["poll,matcher", "postgres", UsageError, /unknown role "matcher"/],
  ])("%s on %s is refused with the remedy", (list, queue, kind, message) => {
    expect(() => parseRoles(list, queue)).toThrow(kind);
    expect(() => parseRoles(list, queue)).toThrow(message);
  });
});
