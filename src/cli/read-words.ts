import { InvalidArgumentError } from "commander";

/** Who or why: a text that is not blank. */
export function readWords(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("write a text that is not empty");
  return text;
}
