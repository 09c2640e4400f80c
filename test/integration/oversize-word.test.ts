import { expect, it } from "vitest";
import { compilePeople } from "../../src/match/people/compile-people.ts";
import { findPeople } from "../../src/match/people/find-people.ts";
import { readDocument } from "../../src/match/engine/document.ts";
import { parseExpression } from "../../src/match/expression/parse-expression.ts";
import { tokenise } from "../../src/text/tokenise.ts";
import { answerOf, matchItem } from "../support/rules/rule-builders.ts";
import { manyPeople } from "../support/rules/many-people.ts";

it("a word of 10 MB is tokenised, matched, searched for persons and refused as an expression", () => {
  const word = "a".repeat(10_000_000);
  expect(tokenise(word)).toHaveLength(40_000);
  expect(answerOf({ watches: [{ match: "aaa*" }] }, { title: "b", body: word }).answers[0]?.kind).toBe("match");
  const people = compilePeople(manyPeople(40, 1, {}));
  expect(findPeople(people, readDocument(matchItem({ body: word }))).mentions).toEqual([]);
  expect(parseExpression(word).problems[0]?.code).toBe("too-long");
});
