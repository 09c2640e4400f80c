import { InvalidArgumentError } from "commander";
import { Duration } from "../core/schema.ts";

/** How long, in milliseconds; never 0. */
export function readDuration(text: string): number {
  const length = Duration.safeParse(text);
  if (!length.success) throw new InvalidArgumentError(length.error.issues[0]?.message ?? "write a duration such as 2h");
  if (length.data === 0) throw new InvalidArgumentError("write a duration of some length, such as 2h");
  return length.data;
}
