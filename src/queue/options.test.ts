import { expect, it } from "vitest";
import { QueueUrl } from "./options.ts";

it.each(["local", "postgres", "redis://127.0.0.1:6379", "rediss://:p%40ss@redis.example"])("%s is a queue", (url) => {
  expect(QueueUrl.safeParse(url).success).toBe(true);
});

it.each(["rabbit", "redis://", "redis://redis.example:99999", "redis://:a/b@redis.example"])("%s is none", (url) => {
  expect(QueueUrl.safeParse(url).error?.issues[0]?.message).toContain("redis://");
});
