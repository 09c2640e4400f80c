import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { loadFiles } from "../../test/support/daemon/config-files.ts";

const WATCH = `include: ["tests/*.yaml"]
watches:
  - id: defection
    title: Diplomats who leave
    match: defect*
    notify: [screen]
channels: {screen: {console: {}}}
`;
const PLAIN = "{name: plain, title: defects, expect: match}";

/** What a file of tests beside the watch brings: `file:line:column code` and what to do. */
async function problemsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const loaded = await loadFiles({ "wirewatch.yaml": WATCH, ...files });
  const told = loaded.kind === "valid" ? loaded.lints : loaded.problems;
  return told.map(({ file, line, column, code, remedy }) => `${file}:${line}:${column} ${code}: ${remedy}`);
}

describe("tests that stand in a file of their own", () => {
  it("are tests of the watch they name, behind its own, at their place", async () => {
    const loaded = await loadFiles({
      "wirewatch.yaml": WATCH.replace("notify", `tests: [${PLAIN}]\n    notify`),
      "tests/en.yaml": `tests:\n  defection:\n    - ${PLAIN}\n`,
      "tests/de.yaml": `tests:\n  defection:\n    - {name: zwei, lang: de, title: Wetter, expect: quiet}\n`,
    });
    const tests = loaded.kind === "valid" ? loaded.config.tests : [];
    expect(tests.map(({ watchId, name, file, line, column }) => [watchId, name, basename(file), line, column])).toEqual(
      [
        ["defection", "plain", "wirewatch.yaml", 6, 13],
        ["defection", "zwei", "de.yaml", 3, 7],
        ["defection", "plain", "en.yaml", 3, 7],
      ],
    );
  });

  it("are left out with a watch that is off, and count as its tests where it has no others", async () => {
    const off = WATCH.replace("title:", "status: off\n    title:");
    const tests = { "tests/en.yaml": `tests:\n  defection: [${PLAIN}]\n` };
    const [live, without] = [
      await loadFiles({ "wirewatch.yaml": WATCH, ...tests }),
      await loadFiles({ "wirewatch.yaml": off, ...tests }),
    ];
    expect(live).toMatchObject({ kind: "valid", lints: [], config: { tests: [{ name: "plain" }] } });
    expect(without).toMatchObject({ kind: "valid", config: { tests: [] } });
  });

  it.each<[string, string, string[]]>([
    [
      "a watch that no file defines",
      `tests:\n  defecton: [${PLAIN}]\n`,
      ['tests/a.yaml:2:3 dangling-reference: write "defection"'],
    ],
    [
      "a name that a watch has twice in the file",
      `tests:\n  defection:\n    - ${PLAIN}\n    - ${PLAIN}\n`,
      ["tests/a.yaml:4:14 defined-twice: rename one of the two, or remove it"],
    ],
    [
      "every wrong test, and what the others refer to",
      `tests:\n  defection:\n    - {name: a, titel: x, expect: quiet}\n    - {name: b, expect: matches}\n    - {name: c, feed: bbc, people: [ivan], expect: quiet}\n`,
      [
        'tests/a.yaml:3:17 unknown-key: write "title"',
        'tests/a.yaml:4:25 bad-value: write "match"',
        "tests/a.yaml:5:23 dangling-reference: define it under feeds: or remove it here",
        "tests/a.yaml:5:37 dangling-reference: define it under people: or remove it here",
      ],
    ],
    [
      "tests without watch",
      `tests: [${PLAIN}]\n`,
      ["tests/a.yaml:1:8 wrong-type: write ids of watches, a list of tests under each"],
    ],
    [
      "a test that is no list",
      `tests:\n  defection: ${PLAIN}\n`,
      ["tests/a.yaml:2:14 wrong-type: write a list of tests, each beginning with -"],
    ],
  ])("name %s", async (_mistake, yaml, expected) => {
    const problems = await problemsOf({ "tests/a.yaml": yaml });
    expect(problems.filter((line) => line.startsWith("tests/"))).toEqual(expected);
  });

  it("take what they do not say from the defaults of their file", async () => {
    const yaml = `defaults: {tests: {lang: fa}}\ntests:\n  defection: [${PLAIN}, {name: other, lang: en, title: defects, expect: match}]\n`;
    const loaded = await loadFiles({ "wirewatch.yaml": WATCH, "tests/a.yaml": yaml });
    expect(loaded.kind === "valid" && loaded.config.tests.map(({ lang }) => lang)).toEqual(["fa", "en"]);
  });

  it("may have the name of a test in another file", async () => {
    const tests = `tests:\n  defection: [${PLAIN}]\n`;
    expect(await problemsOf({ "tests/a.yaml": tests, "tests/b.yaml": tests })).toEqual([]);
  });
});

describe("a language of the lists that no test is in", () => {
  const LANGUAGES = ["de", "en", "fr", "ru"];
  const LISTS = `lists:\n  office: {${LANGUAGES.map((lang) => `${lang}: [consul]`).join(", ")}}\n`;

  function problemsWith(tested: readonly string[]): Promise<string[]> {
    const tests = tested
      .map((lang) => `    - {name: ${lang}, lang: ${lang}, title: defects, expect: match}\n`)
      .join("");
    return problemsOf({
      "wirewatch.yaml": WATCH.replace("defect*", "defect* OR @office"),
      "tests/a.yaml": `${LISTS}tests:\n  defection:\n${tests}`,
    });
  }

  it("is told, all such languages at once", async () => {
    expect(await problemsWith(["en", "ru"])).toEqual([
      expect.stringMatching(/tests\/a.yaml:2:17 untried-language: add tests that name the language/),
    ]);
  });

  it("is not told where every language has a test", async () => {
    expect(await problemsWith(LANGUAGES)).toEqual([]);
  });
});
