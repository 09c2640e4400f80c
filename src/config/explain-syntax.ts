import type { YAMLParseError } from "yaml";
import type { Finding, Source } from "./source.ts";

/** A key whose value starts with a character that YAML takes for itself. */
const EXPRESSION_START = /^\s*(?:- +)*([\w-]+):[ \t]+(["@(])/;

const REMEDIES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "keep one of the two, or join them",
  TAB_AS_INDENT: "indent with spaces",
  BAD_INDENT: "line the entry up with its neighbours",
  MISSING_CHAR: "close what was opened",
  BAD_SCALAR_START: "put the value in quotes",
  MULTIPLE_DOCS: "remove the line ---, or make two files",
};

/** A YAML syntax error as a finding; expressions that YAML takes for something else are explained. */
export function explainSyntax(source: Source, error: YAMLParseError): Finding {
  const [start, end] = error.pos;
  const place = { source, start, end: Math.max(end, start + 1) };
  const lineStart = source.text.lastIndexOf("\n", start - 1) + 1;
  const line = source.text.slice(lineStart).split("\n", 1)[0] ?? "";
  const [, key, opening] = EXPRESSION_START.exec(line) ?? [];
  if (key !== undefined && opening !== undefined) {
    const message = `YAML reads ${opening} at the start of a value as its own sign, so ${key} is not the text that was meant`;
    const remedy = `put the expression on its own line after \`${key}: >-\``;
    return { severity: "error", code: "yaml-quoting", place, message, remedy };
  }
  const [, closing] = /end with a (\S)$/.exec(error.message) ?? [];
  if (closing !== undefined) {
    const remedy = `close what was opened with ${closing}, here or on a line before`;
    return { severity: "error", code: "yaml-syntax", place, message: error.message, remedy };
  }
  const remedy = REMEDIES[error.code] ?? "check quotes, colons and indentation here and on the line before";
  return { severity: "error", code: "yaml-syntax", place, message: error.message, remedy };
}
