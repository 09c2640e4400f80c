import { expect, it } from "vitest";
import { PairIndex } from "./pair-index.ts";

it("pairs that were filed are told in the order in which they were asked for, however many others were asked for between them", () => {
  const index = new PairIndex();
  const filed = Array.from({ length: 100 }, (_, at) => index.add(at, at + 1));
  const told: string[] = [];
  for (const times of [1, 2]) {
    index.begin();
    for (let at = 0; at < 100; at += 1) {
      for (let other = 0; other < 200; other += 1) index.ask(at, 1000 + other, other);
      index.ask(at, at + 1, 10 * at);
    }
    index.tell((pair, left, right, row) => told.push(`${times}: ${pair} ${left} ${right} ${row}`));
  }
  expect(told).toEqual(
    [1, 2].flatMap((times) => filed.map((pair, at) => `${times}: ${pair} ${at} ${at + 1} ${10 * at}`)),
  );
});
