import { InvalidArgumentError } from "commander";

/** A whole number from 1 on. */
export function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError("give a whole number, such as 50");
  return count;
}
