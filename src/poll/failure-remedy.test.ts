import { describe, expect, it } from "vitest";
import { remedyFor } from "./failure-remedy.ts";

describe("what an operator can do about a feed that", () => {
  it.each([
    ["has no address", "dns", null, "host name"],
    ["is on a host that cannot be reached", "unreachable", null, "may reach the host"],
    ["has an untrusted certificate", "tls", null, "NODE_EXTRA_CA_CERTS"],
    ["points into the own network", "blocked-address", null, "fetch.allow_private"],
    ["has the port of another service", "blocked-address", null, "correct the feed's url"],
    ["shows a web page", "not-a-feed", null, "--kept bad"],
    ["uses up the reading thread", "out-of-cpu", null, "smaller one"],
    ["refuses us", "http-status", 403, "shuts this program out"],
    ["calls our requests bad", "http-status", 400, "shuts this program out"],
    ["has nothing that we accept", "http-status", 406, "shuts this program out"],
    ["is withheld by law", "http-status", 451, "shuts this program out"],
    ["is not there any more", "http-status", 404, "change its url"],
    ["is gone", "http-status", 410, "change its url"],
    ["is asked too often", "http-status", 429, "longer every"],
    ["is on a server with trouble", "http-status", 502, "if it lasts"],
    ["was not asked, since its host wants no requests", "http-status", null, "wants no requests"],
  ])("%s", (_what, kind, status, words) => {
    expect(remedyFor(kind, status)).toContain(words);
  });
});
