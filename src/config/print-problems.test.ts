import { describe, expect, it } from "vitest";
import type { ConfigProblem } from "./config.ts";
import { printProblems } from "./print-problems.ts";

const PROBLEMS: ConfigProblem[] = [
  {
    severity: "error",
    code: "unknown-key",
    file: "/desk/config/wirewatch.yaml",
    line: 5,
    column: 5,
    message: 'unknown key "evry"',
    remedy: 'write "every"',
    excerpt: { text: "    evry: 3m", caret: "    ^^^^" },
  },
  {
    severity: "lint",
    code: "unused-list",
    file: "/seeds/a,b.yaml",
    line: 1,
    column: 1,
    message: "50% unused",
    remedy: null,
    excerpt: null,
  },
];

describe("problems are printed", () => {
  it("as text with the line, a caret under the place and what to write", () => {
    expect(printProblems(PROBLEMS, "text", "/desk"))
      .toBe(`config/wirewatch.yaml:5:5 error unknown-key: unknown key "evry"
      evry: 3m
      ^^^^
  → write "every"

/seeds/a,b.yaml:1:1 lint unused-list: 50% unused
`);
  });

  it("as annotations of a GitHub run", () => {
    expect(printProblems(PROBLEMS, "github", "/desk")).toBe(
      `::error file=config/wirewatch.yaml,line=5,col=5,title=unknown-key::unknown key "evry": write "every"
::warning file=/seeds/a%2Cb.yaml,line=1,col=1,title=unused-list::50%25 unused
`,
    );
  });

  it("as JSON that holds all of them", () => {
    expect(JSON.parse(printProblems(PROBLEMS, "json", "/desk"))).toEqual(PROBLEMS);
  });

  it("as nothing where there are none", () => {
    expect([printProblems([], "text", "/"), printProblems([], "github", "/"), printProblems([], "json", "/")]).toEqual([
      "",
      "",
      "[]\n",
    ]);
  });
});
