import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { matchItem, ruleSet } from "../support/rules/rule-builders.ts";
import { createMatchEngine, type MatchEngine } from "../../src/app/threads/match-thread.ts";
import type { RuleSet } from "../../src/match/rule-set.ts";

const BREAKING = new URL("../support/pipeline/breaking-match-worker.ts", import.meta.url);

async function replaceRules(engine: MatchEngine, rules: RuleSet): Promise<void> {
  const prepared = await engine.prepare(rules);
  await prepared.swap();
}

describe("the match thread", () => {
  const engines: MatchEngine[] = [];

  async function start(match: string): Promise<MatchEngine> {
    const engine = await createMatchEngine(ruleSet({ watches: [{ match }] }));
    engines.push(engine);
    return engine;
  }

  afterEach(async () => {
    await Promise.all(engines.splice(0).map(async (engine) => engine.close()));
  });

  async function matched(engine: MatchEngine, title: string): Promise<boolean> {
    const [answer] = await engine.match([matchItem({ title })]);
    return answer?.answers.length === 1;
  }

  it("answers more items than fit in one batch, in their order", async () => {
    const engine = await start("consul");
    const items = Array.from({ length: 1203 }, (_, at) => matchItem({ id: `i${at}`, title: at % 2 ? "consul" : "" }));
    const answers = await engine.match(items);
    expect(answers.map(({ itemId }) => itemId)).toEqual(items.map(({ id }) => id));
    expect(answers.filter(({ answers }) => answers.length > 0)).toHaveLength(601);
  });

  it("refuses rules that do not compile", async () => {
    await expect(createMatchEngine(ruleSet({ watches: [{ match: "@nowhere" }] }))).rejects.toMatchObject({
      name: "RuleSetError",
      problems: [{ code: "unknown-list", path: ["watches", 0, "match"] }],
    });
  });

  it("takes new rules", async () => {
    const engine = await start("consul");
    await replaceRules(engine, ruleSet({ watches: [{ match: "asylum" }] }));
    expect([await matched(engine, "consul"), await matched(engine, "asylum")]).toEqual([false, true]);
  });

  it.each([
    ["a changed watch", 1],
    ["very many new ones", 200],
  ])("answers with the rules that work until those that wait are swapped: %s", async (_what, count) => {
    const engine = await start("consul");
    const watches = Array.from({ length: count }, (_, at) => ({ id: `w${at}`, match: "asylum" }));
    const prepared = await engine.prepare(ruleSet({ watches }));
    const before = [await matched(engine, "consul"), await matched(engine, "asylum")];
    await prepared.swap();
    expect([before, await matched(engine, "consul")]).toEqual([[true, false], false]);
  });

  it("takes a changed watch, a new one and the loss of one", async () => {
    const engine = await createMatchEngine(
      ruleSet({ watches: ["a", "b", "c"].map((id) => ({ id, match: "consul" })) }),
    );
    engines.push(engine);
    const changed = [
      { id: "d", match: "asylum" },
      { id: "b", match: "asylum" },
      { id: "a", match: "consul" },
    ];
    await replaceRules(engine, ruleSet({ watches: changed }));
    const answers = await engine.match([matchItem({ title: "asylum" }), matchItem({ title: "consul" })]);
    expect(answers.map((answer) => answer.answers.map(({ watchId }) => watchId))).toEqual([["d", "b"], ["a"]]);
  });

  it("answers with the old rules while very many new ones are on their way", async () => {
    const engine = await start("consul");
    const watches = Array.from({ length: 3000 }, (_, at) => ({ id: `w${at}`, match: `asylum OR word${at}` }));
    const ended: string[] = [];
    const replaced = replaceRules(engine, ruleSet({ watches })).then(() => ended.push("replaced"));
    const before = await matched(engine, "consul");
    ended.push("matched");
    await replaced;
    expect([before, await matched(engine, "consul"), ended]).toEqual([true, false, ["matched", "replaced"]]);
  });

  it("keeps all rules that work when one of the changed watches does not", async () => {
    const watches = [
      { id: "a", match: "consul" },
      { id: "b", match: "envoy" },
      ...Array.from({ length: 8 }, (_, at) => ({ id: `c${at}`, match: `other${at}` })),
    ];
    const engine = await createMatchEngine(ruleSet({ watches }));
    engines.push(engine);
    const [, , ...rest] = watches;
    const broken = [{ id: "a", match: "asylum" }, { id: "b", match: "@nowhere" }, ...rest];
    await expect(replaceRules(engine, ruleSet({ watches: broken }))).rejects.toMatchObject({
      problems: [{ code: "unknown-list", path: ["watches", 1, "match"] }],
    });
    expect([await matched(engine, "consul"), await matched(engine, "asylum")]).toEqual([true, false]);
  });

  it("keeps the rules that work when new ones do not", async () => {
    const engine = await start("consul");
    await expect(replaceRules(engine, ruleSet({ watches: [{ match: "a b" }] }))).rejects.toThrow(
      "two terms stand side by side",
    );
    expect(await matched(engine, "consul")).toBe(true);
  });

  it("is started anew when it breaks, and asked again", async () => {
    const folder = mkdtempSync(join(tmpdir(), "match-thread-"));
    const engine = await createMatchEngine(ruleSet(), { script: BREAKING });
    engines.push(engine);
    const answers = await engine.match([matchItem({ id: "once", body: join(folder, "broke") })]);
    expect(answers.map(({ itemId }) => itemId)).toEqual(["once"]);
    rmSync(folder, { recursive: true });
  });

  it("has the rules that were swapped in last when it is started anew", async () => {
    const script = new URL("../support/pipeline/ending-match-worker.ts", import.meta.url);
    const engine = await createMatchEngine(ruleSet({ watches: [{ match: "consul" }] }), { script });
    engines.push(engine);
    await replaceRules(engine, ruleSet({ watches: [{ match: "asylum" }] }));
    const waiting = await engine.prepare(ruleSet({ watches: [{ match: "visa" }] }));
    await engine.match([matchItem({ id: "ends" })]).catch(() => undefined);
    expect([await matched(engine, "consul"), await matched(engine, "asylum")]).toEqual([false, true]);
    await expect(waiting.swap()).rejects.toThrow("started anew after the rules were prepared");
    expect([await matched(engine, "visa"), await matched(engine, "asylum")]).toEqual([false, true]);
  });

  it("fails what breaks it twice, and answers what comes after", async () => {
    const engine = await createMatchEngine(ruleSet(), { script: BREAKING });
    engines.push(engine);
    await expect(engine.match([matchItem({ id: "always" })])).rejects.toMatchObject({
      name: "MatchWorkerError",
      message: "the match worker hung on these items or ended on them twice",
    });
    expect(await engine.match([matchItem({ id: "good" })])).toHaveLength(1);
  });

  it("gives up what it hangs on, and answers what waited behind", async () => {
    const engine = await createMatchEngine(ruleSet(), {
      script: BREAKING,
      silenceMs: { matching: 1000, compiling: 60_000 },
    });
    engines.push(engine);
    const hung = engine.match([matchItem({ id: "hangs" })]);
    const behind = engine.match([matchItem({ id: "good" })]);
    await expect(hung).rejects.toMatchObject({ name: "MatchWorkerError" });
    expect(await behind).toHaveLength(1);
  });

  it("refuses work after it was closed", async () => {
    const engine = await start("consul");
    await engine.close();
    await expect(engine.match([matchItem()])).rejects.toThrow("closed");
  });
});
