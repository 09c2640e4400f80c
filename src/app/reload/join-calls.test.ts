import { expect, it } from "vitest";
import { joinCalls } from "./join-calls.ts";

interface Begun {
  end: (answer: string) => void;
  fail: (error: Error) => void;
}

function watched(): { ask: () => Promise<string>; begun: Begun[] } {
  const begun: Begun[] = [];
  const ask = joinCalls(() => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    begun.push({ end: resolve, fail: reject });
    return promise;
  });
  return { ask, begun };
}

/** Whatever can go on without an end of the work has gone on. */
async function settle(): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

it("does the work once for all who ask before it begins", async () => {
  const { ask, begun } = watched();
  const answers = Promise.all([ask(), ask()]);
  await settle();
  begun[0]?.end("done");
  expect([await answers, begun.length]).toEqual([["done", "done"], 1]);
});

it("begins it anew for those who ask while it is done, once for all of them and after its end", async () => {
  const { ask, begun } = watched();
  const first = ask();
  await settle();
  const others = [ask(), ask()];
  await settle();
  expect(begun).toHaveLength(1);
  begun[0]?.end("first");
  await settle();
  begun[1]?.end("second");
  expect([await first, ...(await Promise.all(others)), begun.length]).toEqual(["first", "second", "second", 2]);
});

it("goes on after work that failed", async () => {
  const { ask, begun } = watched();
  const first = ask();
  await settle();
  const second = ask();
  begun[0]?.fail(new Error("no"));
  await expect(first).rejects.toThrow("no");
  await settle();
  begun[1]?.end("second");
  expect(await second).toBe("second");
});
