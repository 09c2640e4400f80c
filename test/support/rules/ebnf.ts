/** What a rule of an ISO 14977 grammar is made of, as far as docs/watch-language.md uses it. */
export type Ebnf =
  | { kind: "terminal"; text: string }
  | { kind: "rule"; name: string }
  | { kind: "sequence" | "choice"; parts: readonly Ebnf[] }
  | { kind: "optional" | "repeated"; part: Ebnf };

const SIGN = /"([^"]*)"|'([^']*)'|([A-Za-z][A-Za-z0-9]*)|([=;|,[\](){}])/g;
const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

type Sign = { kind: "terminal" | "name" | "mark"; text: string };

function signsOf(text: string): Sign[] {
  return [...text.matchAll(SIGN)].map(([, double, single, name, mark]): Sign => {
    if (name !== undefined) return { kind: "name", text: name };
    return mark === undefined ? { kind: "terminal", text: double ?? single ?? "" } : { kind: "mark", text: mark };
  });
}

/** Reads the rules of a grammar by name. @throws Error where it is not EBNF of the kind above */
export function readEbnf(text: string): ReadonlyMap<string, Ebnf> {
  const signs = signsOf(text);
  let at = 0;

  function take(mark: string): boolean {
    const sign = signs[at];
    if (sign?.kind !== "mark" || sign.text !== mark) return false;
    at += 1;
    return true;
  }
  function need(mark: string): void {
    if (!take(mark)) throw new Error(`${mark} is missing before ${signs[at]?.text ?? "the end"}`);
  }
  function readItem(): Ebnf {
    const sign = signs[at];
    at += 1;
    if (sign?.kind === "terminal") return { kind: "terminal", text: sign.text };
    if (sign?.kind === "name") return { kind: "rule", name: sign.text };
    const closing = CLOSING[sign?.text ?? ""];
    if (closing === undefined) throw new Error(`${sign?.text ?? "the end"} stands where something is missing`);
    const part = readChoice();
    need(closing);
    if (closing === ")") return part;
    return { kind: closing === "]" ? "optional" : "repeated", part };
  }
  function readRow(mark: "," | "|", readPart: () => Ebnf): Ebnf {
    const first = readPart();
    const parts = [first];
    while (take(mark)) parts.push(readPart());
    return parts.length === 1 ? first : { kind: mark === "," ? "sequence" : "choice", parts };
  }
  function readChoice(): Ebnf {
    return readRow("|", () => readRow(",", readItem));
  }

  const rules = new Map<string, Ebnf>();
  while (at < signs.length) {
    const { text: name = "" } = signs[at] ?? {};
    at += 1;
    need("=");
    rules.set(name, readChoice());
    need(";");
  }
  return rules;
}
