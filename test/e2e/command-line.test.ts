import { spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand, type RanCommand } from "../support/daemon/run-command.ts";

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirewatch-cli-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

function wirewatch(args: readonly string[], input = ""): RanCommand {
  return runCommand(args, { input, env: { WIREWATCH_CONFIG: folder } });
}

async function configure(yaml: string): Promise<void> {
  await writeFile(join(folder, "wirewatch.yaml"), yaml);
}

const RULES = `channels: {screen: {console: {}}}
watches:
  - id: asylum
    title: Asylum
    match: asylum
    unless: shelter
    notify: [screen]
    tests:
      - {name: plain, title: "Consul asks for asylum", expect: match}
      - {name: animals, title: "Asylum in an animal shelter", expect: match}
`;

describe("init", () => {
  it("prints commands that run as they are printed, whatever the folder is called", () => {
    const made = join(folder, "the desk's own");
    const { code, out } = wirewatch(["init", made]);
    expect(code).toBe(0);
    const [, printed = ""] = /^ {2}wirewatch (check .+)$/m.exec(out) ?? [];
    const ran = spawnSync("sh", ["-c", `"${process.execPath}" bin/wirewatch.js ${printed}`], { encoding: "utf8" });
    expect(ran.stdout).toContain("0 errors, 0 lints · 2 feeds");
    expect(wirewatch(["init", made])).toMatchObject({ code: 1 });
  });
});

describe("check", () => {
  it("counts the tests that passed, and points at those that failed", async () => {
    await configure(RULES);
    const { code, out } = wirewatch(["check"]);
    expect(out).toContain('wirewatch.yaml:10:9 error test-failed: test "animals"');
    expect(out).toContain('failed: expected a match; found quiet: vetoed by unless ("shelter", title)');
    expect(out).toContain("1 of 2 tests passed");
    expect(code).toBe(1);
  });

  it("shows twenty tests that failed, and counts the others", async () => {
    const tests = Array.from(
      { length: 23 },
      (_, at) => `      - {name: "no. ${at}", title: "Rain ${at}", expect: match}\n`,
    );
    await configure(`${RULES}${tests.join("")}`);
    const { code, out } = wirewatch(["check"]);
    expect(out.match(/error test-failed/g)).toHaveLength(20);
    expect(out).toContain("\n… and 4 more failed tests: `wirewatch test` shows all\n");
    expect(out).toContain("24 errors, ");
    expect(code).toBe(1);
  });

  it("lists what a desk removed from the seeds, and sums up how full many languages are", () => {
    const { code, out } = wirewatch(["check", "--config", "config"]);
    expect(out).toMatch(/remove from the list leave \(en\): bolt\*\n0 errors.*\n$/);
    expect(out).toMatch(
      /^\d+ lists in \d+ languages: [\d,]+ terms, of which [\d,]+ stand in tests \(--lists: each language\)$/m,
    );
    expect(out).not.toMatch(/^language +lists/m);
    expect(code).toBe(0);
  });

  it("shows with --lists a line for each language, without a column for thin lists where none is", () => {
    const { out } = wirewatch(["check", "--config", "config", "--lists"]);
    expect(out).toMatch(/^language +lists +terms +in tests$/m);
  });

  it("shows short tables unasked: each list in each language, how each person is recognised, who can be confused", async () => {
    const lists = "lists: {offices: {en: [envoy, consul], fa: [سفیر]}, places: [Lima]}";
    const people = "people: [{id: ann, name: Ann Hosseini}, {id: anne, name: Ann Hoseini}]";
    await configure(`${lists}\n${people}\n${RULES}`);
    const { out } = wirewatch(["check"]);
    expect(out).toContain("         *  en  fa\noffices  -   2   1\nplaces   1   -   -\n");
    expect(out).toContain("Ann Hosseini (ann)\n  latin: Ann Hosseini · Hosseini, Ann · ");
    expect(out).toContain('people: "Ann Hosseini" is read as both ann and anne; ');
    expect(out).toMatch(/errors?, \d lints? · .*\n$/);
  });

  it("shows of persons their look-alikes, who is background, and whom files bring", async () => {
    const ann = "{id: ann, name: Ann Hosseini, not: [Ann Hosseini (painter), Anna Hosseini], background: true}";
    await writeFile(join(folder, "more.csv"), "id,name\nada,Ada Sample\nben,Ben Sample\n");
    await configure(`people: [${ann}, {csv: more.csv}]\n${RULES}`);
    const { out } = wirewatch(["check", "--people"]);
    expect(out).toContain("Ann Hosseini (ann), background\n");
    expect(out).toContain("\n  not: Ann Hosseini (painter) · Anna Hosseini\n");
    expect(out).toContain("\npersons of csv and ftm files, each shown by --people ID: ada, ben\n");
  });

  it("ends with 1 for lints under --strict alone, and with 3 for an invalid configuration", async () => {
    await configure(`lists: {unused: [word]}\n${RULES.replace(/ {6}- {name: animals.*/, "")}`);
    expect([wirewatch(["check"]).code, wirewatch(["check", "--strict"]).code]).toEqual([0, 1]);
    await configure("watch: []");
    expect(wirewatch(["check"]).code).toBe(3);
  });
});

describe("test", () => {
  it("shows what proves a match, and how a test that failed differs", async () => {
    await configure(RULES);
    const { code, out } = wirewatch(["test"]);
    expect(out.replace(/\(.*wirewatch.yaml:/, "(wirewatch.yaml:")).toBe(`  ok  asylum: plain  ← asylum
        title: Consul asks for [asylum]
FAIL  asylum: animals  (wirewatch.yaml:10)
      - expected a match
      + found quiet: vetoed by unless ("shelter", title)
        title: [Asylum] in an animal shelter
1 passed, 1 failed
`);
    expect(code).toBe(1);
  });
});

it("test shows of many tests those that fail, and a line for each watch; --verbose shows all", async () => {
  const many = Array.from(
    { length: 40 },
    (_, at) => `      - {name: "no. ${at}", title: "Asylum ${at}", expect: match}\n`,
  );
  await configure(`${RULES}${many.join("")}`);
  const { code, out } = wirewatch(["test"]);
  expect(out.replace(/\(.*wirewatch.yaml:/, "(wirewatch.yaml:")).toBe(`FAIL  asylum: animals  (wirewatch.yaml:10)
      - expected a match
      + found quiet: vetoed by unless ("shelter", title)
        title: [Asylum] in an animal shelter
FAIL  asylum: 41 passed, 1 failed
41 passed, 1 failed
`);
  expect(code).toBe(1);
  expect(wirewatch(["test", "--verbose"]).out).toContain("  ok  asylum: no. 39  ← asylum\n");
});

describe("match", () => {
  it("answers a line a match, and names lines that it could not read", async () => {
    await configure(RULES);
    const items = [
      '{"id": "a", "title": "Consul asks for asylum", "unknown": 1, "feed": "any text"}',
      "not JSON",
      '{"title": "asylum"}',
      '{"id": "b", "title": "<b>Asylum</b>", "html": true, "link": null}',
    ];
    const { code, out } = wirewatch(["match"], items.join("\n"));
    const lines = out
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      { item: "a", watch: "asylum", people: [], evidence: [{ field: "title", marks: [[16, 22]] }], clause: "asylum" },
      { line: 2, error: expect.stringContaining("not JSON") },
      { line: 3, error: "id: give the item an id" },
      { item: "b", evidence: [{ sentence: "Asylum" }] },
    ]);
    expect(code).toBe(1);
  });

  it("tells only the errors of a configuration that is not valid, on standard error", async () => {
    await configure(`lists: {unused: [word]}\n${RULES.replace("notify", "notfy")}`);
    const { code, out, err } = wirewatch(["match"]);
    expect(err).toContain("error unknown-key");
    expect(err).not.toContain("lint");
    expect({ code, out }).toEqual({ code: 3, out: "" });
  });
});

describe("explain", () => {
  it("says of every watch of the example what it says about a headline", () => {
    const { code, out } = wirewatch(["explain", "-", "--config", "config"], "Cats are nice today");
    expect(out).toBe("no match: asylum-wide, asylum, defection-wide, defection, officials, exampleland\n");
    expect(code).toBe(0);
  });
});

describe("usage", () => {
  it.each([
    ["an unknown command", ["chek"], "(Did you mean check?)"],
    ["an unknown option", ["check", "--stric"], "(Did you mean --strict?)"],
    ["a watch that is not there", ["test", "--watch", "defection"], "there are: asylum"],
    ["two watches", ["test", "--watch", "asylum", "--watch", "asylum"], "one watch can be named"],
    ["nothing on standard input", ["explain", "-"], "standard input is empty: give it a headline"],
    ["a person who is not there", ["check", "--people", "nobody"], "there is no person nobody"],
    [
      "a pause for no reason",
      ["feeds", "pause", "a", "--for", "1h", "--comment", " "],
      "write a text that is not empty",
    ],
    ["a claim by nobody", ["claim", "sty_1", "--author", ""], "write a text that is not empty"],
    [
      "a language that is none",
      ["routes", "test", "--watch", "asylum", "--at", "2026-01-20T23:00", "--lang", "english"],
      "--lang english: write a language code such as en or fa",
    ],
    ["no command", [], "Every day:"],
  ])("%s ends with 2 and says what there is", async (_fact, args, said) => {
    await configure(RULES);
    const { code, err } = wirewatch(args);
    expect(err).toContain(said);
    expect(code).toBe(2);
  });
});

describe("run", () => {
  it("refuses roles on a queue of one process as a configuration error", async () => {
    await configure(RULES);
    const { code, err } = wirewatch(["run", "--roles", "poll"]);
    expect(err).toContain("set queue to redis://… or postgres");
    expect(code).toBe(3);
  });
});

describe("reload", () => {
  it("ends with 1 where no daemon runs, and with 3 and the mistakes where the files are wrong as well", async () => {
    await configure(`store: sqlite:wirewatch.db\n${RULES}`);
    const alone = wirewatch(["reload"]);
    expect([alone.code, alone.err]).toEqual([1, expect.stringContaining("no daemon runs on the store")]);
    await configure(`store: sqlite:wirewatch.db\nunknown: 1\n${RULES}`);
    const wrong = wirewatch(["reload"]);
    expect([wrong.code, wrong.err]).toEqual([3, expect.stringContaining("wirewatch.yaml:2:1 error unknown-key")]);
    expect(wrong.out).toBe("");
  });
});

it("schema ends well when its reader has stopped reading", () => {
  const script = `{ "${process.execPath}" bin/wirewatch.js schema; echo "code $?" >&2; } | true`;
  expect(spawnSync("sh", ["-c", script], { encoding: "utf8" }).stderr).toBe("code 0\n");
});
