import { InvalidArgumentError } from "commander";

/** Reads the id of the only watch that is asked: a second one would take the first one's place in silence. @throws InvalidArgumentError */
export function oneWatch(id: string, earlier: string | undefined): string {
  if (earlier !== undefined) throw new InvalidArgumentError("one watch can be named, and all are asked where none is");
  return id;
}
