import type { TestProject } from "vitest/node";
import { provideChromium, providePostgres, provideRedis } from "./servers/test-servers.ts";

declare module "vitest" {
  interface ProvidedContext {
    redisUrl: string;
    /** A superuser's; a test works in a database of its own (`createTemporaryDatabase`). */
    postgresUrl: string;
    chromiumPath: string;
  }
}

/** Gives a project's tests their servers; the environment hands them on to the next project of the same run. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const [redis, postgres, chromium] = await Promise.all([provideRedis(), providePostgres(), provideChromium()]);
  Object.assign(process.env, {
    TEST_REDIS_URL: redis.url,
    TEST_POSTGRES_URL: postgres.url,
    TEST_CHROMIUM: chromium,
  });
  project.provide("redisUrl", redis.url);
  project.provide("postgresUrl", postgres.url);
  project.provide("chromiumPath", chromium);

  return async function tearDown(): Promise<void> {
    await Promise.all([redis.stop(), postgres.stop()]);
  };
}
