import { InvalidArgumentError } from "commander";

/** Reads a number of days, a hundred years at most. @throws InvalidArgumentError */
export function readDays(text: string): number {
  const days = Number(text);
  if (!(days > 0 && days <= 36_500)) throw new InvalidArgumentError("give a number of days, such as 14");
  return days;
}
