import { Redis } from "ioredis";
import { inject } from "vitest";

/** Redis has 16 as it is delivered; in the first one the number of those taken is counted. */
const DATABASES = 15;
const TAKEN = "test-databases-taken";

/**
 * The address of a database of the run's Redis, emptied: two newsrooms on one would take each other's jobs. Tests
 * that run at the same time get different ones, as long as fewer than 15 are in use.
 */
export async function takeRedisDatabase(): Promise<string> {
  const url = new URL(inject("redisUrl"));
  const redis = new Redis(url.href);
  try {
    const taken = await redis.incr(TAKEN);
    url.pathname = `/${1 + ((taken - 1) % DATABASES)}`;
    await redis.select(Number(url.pathname.slice(1)));
    await redis.flushdb();
  } finally {
    redis.disconnect();
  }
  return url.href;
}
