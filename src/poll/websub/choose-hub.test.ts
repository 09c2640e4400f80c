import { describe, expect, it } from "vitest";
import { chooseHub, createLocateHub } from "./choose-hub.ts";

describe("a hub", () => {
  it.each([
    ["is asked by https", "https://hub.example/", [], "https://hub.example/"],
    ["is asked by https where its feed says http", "http://hub.example/?x=1", [], "https://hub.example/?x=1"],
    ["is not asked by http", "http://hub.example:8080/", [], null],
    [
      "is asked by http on a host that is allowed by name",
      "http://hub.internal:8080",
      ["hub.internal"],
      "http://hub.internal:8080",
    ],
    ["is asked by http at an address that is allowed", "http://10.1.2.3/", ["10.0.0.0/8"], "http://10.1.2.3/"],
    ["is asked by http at a loopback address that is allowed", "http://[::1]/", ["::1"], "http://[::1]/"],
    ["is not asked by http because another is allowed", "http://hub.example:81/", ["10.0.0.0/8", "a.internal"], null],
  ])("%s", (_fact, hub, allowPrivate, url) => {
    const address = createLocateHub(allowPrivate)(hub);
    expect(address.kind === "asked" ? address.url : null).toBe(url);
  });

  it("is chosen after the one that was asked last, round and round", () => {
    const hubs = ["http://a.example/", "http://b.example:81/", "https://c.example/"];
    const links = { hubs, topic: "https://wire.example/" };
    const locate = createLocateHub([]);
    expect(chooseHub(links, locate)).toBe("https://a.example/");
    expect(chooseHub(links, locate, "https://a.example/")).toBe("https://c.example/");
    expect(chooseHub(links, locate, "https://c.example/")).toBe("https://a.example/");
    expect(chooseHub(links, locate, "https://gone.example/")).toBe("https://a.example/");
    expect(chooseHub({ ...links, hubs: ["http://b.example:81/"] }, locate)).toBeUndefined();
  });
});
