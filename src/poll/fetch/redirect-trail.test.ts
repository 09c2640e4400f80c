import { describe, expect, it } from "vitest";
import { followRedirect, startTrail, type RedirectTrail } from "./redirect-trail.ts";

function follow(start: string, hops: readonly (readonly [number, string])[]): RedirectTrail {
  let trail = startTrail(start);
  for (const [status, location] of hops) trail = followRedirect(trail, status, { location });
  return trail;
}

describe("the address to keep after redirects", () => {
  it.each([
    ["moves with a permanent one", "http://a.example/f", [[301, "https://b.example/f"]], "https://b.example/f"],
    [
      "moves with a chain of permanent ones",
      "http://a.example/f",
      [
        [308, "/g"],
        [301, "https://b.example/"],
      ],
      "https://b.example/",
    ],
    ["stays with a temporary one", "http://a.example/f", [[302, "/g"]], null],
    [
      "stays with 303 and 307",
      "http://a.example/f",
      [
        [303, "/g"],
        [307, "/h"],
      ],
      null,
    ],
    [
      "moves up to the first temporary one",
      "http://a.example/f",
      [
        [301, "/g"],
        [302, "/h"],
        [301, "/i"],
      ],
      "http://a.example/g",
    ],
    [
      "stays when a temporary one comes first",
      "http://a.example/f",
      [
        [302, "/g"],
        [301, "/h"],
      ],
      null,
    ],
    ["never moves from https to http", "https://a.example/f", [[301, "http://a.example/f"]], null],
    [
      "moves up to the step down to http",
      "https://a.example/f",
      [
        [301, "/g"],
        [301, "http://a.example/g"],
      ],
      "https://a.example/g",
    ],
  ] as const)("%s", (_fact, start, hops, expected) => {
    expect(follow(start, hops).movedTo).toBe(expected);
  });
});

describe("a redirect", () => {
  it.each([
    ["relative", "../g?x=1", "http://a.example/g?x=1"],
    ["with a fragment", "/g#top", "http://a.example/g"],
    ["in raw UTF-8", Buffer.from("/خبر").toString("latin1"), "http://a.example/%D8%AE%D8%A8%D8%B1"],
  ])("is followed when it is %s", (_fact, location, expected) => {
    expect(follow("http://a.example/d/f", [[302, location]]).url.href).toBe(expected);
  });

  it.each([
    [
      "without a target",
      () => followRedirect(startTrail("http://a.example/"), 301, {}),
      "a.example answered 301 without a target",
    ],
    ["to something that is no address", () => follow("http://a.example/", [[301, "http://["]]), "no address"],
    [
      "in a loop",
      () =>
        follow("http://a.example/", [
          [301, "/b"],
          [302, "/"],
        ]),
      "in a loop",
    ],
    ["to itself", () => follow("http://a.example/", [[301, "/#again"]]), "in a loop"],
    [
      "for the sixth time",
      () =>
        follow(
          "http://a.example/",
          [1, 2, 3, 4, 5, 6].map((n) => [302, `/${n}`] as const),
        ),
      "more than 5 times",
    ],
  ])("is refused %s", (_fact, run, message) => {
    expect(run).toThrow(message);
  });
});
