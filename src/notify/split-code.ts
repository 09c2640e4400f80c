/** A run of a line; `code` is a command or a key of the configuration. */
interface CodeRun {
  text: string;
  code: boolean;
}

/** A line of our own in which backticks stand around commands, as runs without them. A single one stays as it is. */
export function splitCode(line: string): CodeRun[] {
  return line
    .split(/`([^`]+)`/)
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== "");
}
