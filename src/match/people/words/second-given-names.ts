import { givenNameClass } from "./given-names.ts";

/** Frequent second names that are surnames as well, and therefore no sign of a given name elsewhere. */
const SECOND_NAMES: ReadonlySet<string> = new Set(
  "alfredo alberto antonio manuel ramon enrique eduardo ricardo gustavo vinicius augusto miguel angel andres ernesto arturo jose carlos luis alejandro".split(
    " ",
  ),
);

/** Whether a folded word is known as a second given name, and hardly ever as a surname of officials. */
export function isSecondGivenName(fold: string): boolean {
  return SECOND_NAMES.has(fold);
}

const FIRST_HALVES: ReadonlySet<number | null> = new Set(
  ["mohammad", "ali", "amir", "ahmad", "maria", "juan"].map(givenNameClass),
);

/** Whether names of a line are one with the name behind them, and somebody else's: Mohammad Reza, Ali Akbar. */
export function isFirstHalf(classId: number | null): boolean {
  return classId !== null && FIRST_HALVES.has(classId);
}
