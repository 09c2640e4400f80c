import { load } from "js-yaml";

/**
 * What the two parsers may read otherwise, or one of them may refuse: anchors and tags, keys that are empty, null or in
 * brackets, comments behind keys, tabs, bare carriage returns, more behind what a bracket or a quotation mark has
 * closed, document marks, exponents.
 */
const DOUBTFUL = new RegExp(
  [
    String.raw`(?:^|[\s[{,:?-])[&!]`,
    String.raw`(?:^|[{,[-]) *[:?]`,
    String.raw`(?:~|null)\s*[:,}\]]`,
    String.raw`: +#`,
    String.raw`\t|\r(?!\n)`,
    String.raw`[\]}] *[^\s,\]}#]`,
    String.raw`^ *(?:- +)+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*') *[^\s#]`,
    String.raw`^(?:\.\.\.|---)`,
    String.raw`\de\+?\d`,
  ].join("|"),
  "imu",
);

/**
 * The content of a YAML text in a twentieth of the time that it takes to know where each value stands; undefined where only
 * a parser that reads positions may say what it is, or what is wrong with it.
 */
export function readPlainYaml(text: string): unknown {
  if (DOUBTFUL.test(text)) return undefined;
  try {
    return load(text);
  } catch {
    return undefined;
  }
}
