import { describe, expect, it } from "vitest";
import { checkNearScopes } from "./check-near-scopes.ts";
import { parseRules } from "./parse-rules.ts";
import { plainWatch } from "./plain-watch.ts";

const CLAUSES = {
  headline: "title:(visa OR title:permit)",
  text: "body:visa",
  either: "@headline OR @text",
  circle: "@circle OR title:visa",
};

/** What is told of an expression: severity, code and the part that it is about. */
function told(match: string): readonly unknown[] {
  const rules = { lists: {}, clauses: CLAUSES, exclusions: {}, people: [], watches: [plainWatch("w", match)] };
  return checkNearScopes(parseRules(rules)).map(({ severity, code, start, end }) => {
    return [severity, code, match.slice(start, end)];
  });
}

describe("a NEAR between title and body", () => {
  it.each([
    ["title:visa NEAR/3 body:trip", "title:visa NEAR/3 body:trip"],
    ["aide OR (title:visa NEAR/s (body:trip OR body:visit))", "(title:visa NEAR/s (body:trip OR body:visit))"],
    ["title:visa NEAR/p body:trip", "title:visa NEAR/p body:trip"],
    ["body:trip BEFORE/2s title:visa", "body:trip BEFORE/2s title:visa"],
    ["@headline NEAR/3 @text", "@headline NEAR/3 @text"],
    ["(title:visa NEAR/3 trip) NEAR/5 body:visit", "(title:visa NEAR/3 trip) NEAR/5 body:visit"],
  ])("can never be found: %s", (match, place) => {
    expect(told(match)).toEqual([["error", "impossible-near", place]]);
  });

  it.each([
    ["title:visa NOT NEAR/3 body:trip"],
    ["title:visa NOT AFTER/2s body:trip"],
    ["body:visa NOT BEFORE/2s title:trip"],
  ])("never leaves anything out: %s", (match) => {
    expect(told(match)).toEqual([["lint", "idle-near", match]]);
  });

  it.each([
    "visa NEAR/3 title:trip",
    "title:visa NEAR/2s body:trip",
    "title:visa BEFORE/2s body:trip",
    "lead:visa NEAR/3 body:trip",
    "title:visa NEAR/3 (trip OR body:visit)",
    "(title:visa NEAR/2s body:trip) NEAR/3 body:visit",
    "@either NEAR/3 body:trip",
    "@circle NEAR/3 body:trip",
    "@unknown NEAR/3 body:trip",
    "title:visa NOT BEFORE/2s body:trip",
    "body:visa NOT NEAR/2s title:trip",
    // What stands nowhere is told for itself.
    "title:(body:visa) NEAR/3 trip",
  ])("may be found: %s", (match) => {
    expect(told(match)).toEqual([]);
  });

  it("is told once, however many clauses use each other", () => {
    const clauses = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`c${at}`, at === 59 ? "title:visa" : `@c${at + 1} OR @c${at + 1}`]),
    );
    const watches = [plainWatch("w", "@c0 NEAR/3 body:trip")];
    const problems = checkNearScopes(parseRules({ lists: {}, clauses, exclusions: {}, people: [], watches }));
    expect(problems.map(({ code }) => code)).toEqual(["impossible-near"]);
  });
});
