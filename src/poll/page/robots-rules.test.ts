import { expect, it } from "vitest";
import { isAllowedByRobots } from "./robots-rules.ts";

it.each<[fact: string, robots: string, path: string, isAllowed: boolean]>([
  ["an empty file allows everything", "", "/world/1", true],
  ["rules for everybody are ours", "User-agent: *\nDisallow: /", "/world/1", false],
  ["rules for others are not", "User-agent: otherbot\nDisallow: /", "/world/1", true],
  [
    "our own rules count in place of everybody's",
    "User-agent: *\nDisallow: /\n\nUser-agent: WireWatch\nAllow: /",
    "/",
    true,
  ],
  ["our own rules forbid, too", "User-agent: wirewatch/2.0\nDisallow: /world", "/world/1", false],
  ["the longest rule counts", "User-agent: *\nDisallow: /world\nAllow: /world/news", "/world/news/1", true],
  ["a wildcard stands for anything", "User-agent: *\nDisallow: /*/print$", "/world/1/print", false],
  ["an end mark means the end", "User-agent: *\nDisallow: /*/print$", "/world/1/print/2", true],
  ["a byte order mark does no harm", "\ufeffUser-agent: *\nDisallow: /", "/", false],
  ["old line ends do no harm", "User-agent: *\rDisallow: /", "/", false],
  ["a page in place of the file allows everything", "<!doctype html><html><body>Not found</body></html>", "/", true],
])("%s", (_fact, robots, path, isAllowed) => {
  expect(isAllowedByRobots(Buffer.from(robots), `https://news.example.org${path}`)).toBe(isAllowed);
});
