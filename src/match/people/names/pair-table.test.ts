import { expect, it } from "vitest";
import { PairTable } from "./pair-table.ts";

function valuesOf(table: PairTable, left: number, right: number): number[] {
  const values: number[] = [];
  table.visit(left, right, (value) => values.push(value));
  return values.toSorted((a, b) => a - b);
}

it("a table of pairs keeps what was added through every growth, in the order of the pair's numbers", () => {
  const table = new PairTable();
  for (let value = 0; value < 20_000; value += 1) table.add(value % 1000, value % 77, value);
  expect(valuesOf(table, 3, 3)).toEqual([3]);
  expect(valuesOf(table, 5, 7)).toEqual(
    Array.from({ length: 20_000 }, (_, value) => value).filter((value) => value % 1000 === 5 && value % 77 === 7),
  );
  expect(valuesOf(table, 77, 1)).toEqual(
    Array.from({ length: 20_000 }, (_, value) => value).filter((value) => value % 1000 === 77 && value % 77 === 1),
  );
  expect(valuesOf(table, 1000, 0)).toEqual([]);
});

it("a value is filed once under a pair that it is added to twice in a row", () => {
  const table = new PairTable();
  table.add(1, 2, 9);
  table.add(1, 2, 9);
  expect(valuesOf(table, 1, 2)).toEqual([9]);
});
