import { harmless } from "../core/harmless-text.ts";

/** A line, or lines, on standard output. Feeds and servers wrote some of the text: no terminal obeys what is in it. */
export function say(text: string): void {
  console.log(harmless(text));
}

/** The same on standard error. */
export function complain(text: string): void {
  console.error(harmless(text));
}
