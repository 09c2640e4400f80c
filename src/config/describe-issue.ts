import type * as z from "zod";
import { nearest } from "../core/nearest.ts";
import { suggest } from "./suggest.ts";
import { keyPlaceIn, placeIn, type Origin } from "./origin.ts";
import { excludedBy, keysAt, typesAt } from "./schema-keys.ts";
import type { Finding } from "./source.ts";
import type { YamlPath } from "./yaml-file.ts";

export interface IssueContext {
  schema: z.ZodType;
  raw: unknown;
  origin: Origin;
}

/** What zod says about a value, as findings that say what to write; one for each unknown key. */
export function describeIssue(issue: z.core.$ZodIssue, { schema, raw, origin }: IssueContext): Finding[] {
  const path = issue.path.map((step) => (typeof step === "number" ? step : String(step)));
  if (issue.code === "unrecognized_keys") {
    const given = valueAt(raw, path);
    const written = typeof given === "object" && given !== null ? Object.keys(given) : [];
    return issue.keys.map((name) => {
      const place = keyPlaceIn(origin, [...path, name]);
      const known = keysAt(schema, path);
      return known.includes(name)
        ? strayKey(name, excludedBy(schema, path, name, written), place)
        : unknownKey(name, known, place);
    });
  }
  const key = labelOf([...origin.path, ...path]);
  const place = issue.code === "invalid_key" ? keyPlaceIn(origin, path) : placeIn(origin, path);
  const value = valueAt(raw, path);
  const found = quotedIssue(issue, { schema, raw, value }) ?? issue;
  return [{ severity: "error", place, ...explain(found, key, { value, types: typesAt(schema, path) }) }];
}

/** What would still be wrong with a number or a boolean if it stood in quotes: `every: 15` needs a unit, not quotes. */
function quotedIssue(
  issue: z.core.$ZodIssue,
  { schema, raw, value }: { schema: z.ZodType; raw: unknown; value: unknown },
): z.core.$ZodIssue | undefined {
  if (issue.code !== "invalid_type" || issue.expected !== "string" || !isScalar(value)) return undefined;
  const quoted = schema.safeParse(withValueAt(raw, issue.path, String(value)));
  return quoted.error?.issues.find(({ path }) => path.join("\0") === issue.path.join("\0"));
}

function isScalar(value: unknown): boolean {
  return typeof value === "number" || typeof value === "boolean";
}

function withValueAt(raw: unknown, [step, ...rest]: readonly PropertyKey[], value: unknown): unknown {
  if (step === undefined || typeof raw !== "object" || raw === null) return value;
  const inner = withValueAt(Reflect.get(raw, step), rest, value);
  if (Array.isArray(raw)) return raw.map((entry: unknown, index) => (index === step ? inner : entry));
  return { ...raw, [step]: inner };
}

/** What a value is called: its key, or its number in a list. */
function labelOf(path: YamlPath): string {
  const last = path.at(-1) ?? "";
  const list = path.findLast((step) => typeof step === "string") ?? "";
  return typeof last === "number" ? `entry ${last + 1} of "${list}"` : `"${last}"`;
}

interface Written {
  value: unknown;
  /** The types that the schema takes there. */
  types: readonly string[];
}

/** What zod says about one value. @param key what the value is called, in quotation marks */
export function explain(issue: z.core.$ZodIssue, key: string, { value, types }: Written): Explained {
  if (issue.code === "invalid_type" && !(value === undefined && isSecret(types)))
    return wrongType(key, issue.expected, value);
  if (issue.code === "invalid_value") return wrongChoice(key, issue.values.map(String), value);
  if (issue.code === "invalid_key") {
    const remedy = issue.issues[0]?.message ?? "choose another name";
    return { code: "bad-key", message: `${key} cannot be used as a key here`, remedy };
  }
  if (issue.code === "invalid_union" || issue.code === "invalid_type") {
    const wanted = isSecret(types) ? SECRET : types.map((type) => TYPE_NAMES[type] ?? type).join(" or ");
    if (value === undefined) return missingKey(key, wanted);
    const remedy = `write ${wanted}`;
    return { code: "wrong-type", message: `${key} has a form that is not known here`, remedy };
  }
  // Our schemas say what to write; for the rest the library says what is wrong.
  const remedy = LIBRARY_MESSAGES[issue.message] ?? limitOf(issue) ?? issue.message;
  return { code: "bad-value", message: `${key} has a value that cannot be used`, remedy };
}

const SECRET = "{env: NAME} or {file: PATH}";

/** A secret may be written out as well, which nobody should be told to do. */
function isSecret(types: readonly string[]): boolean {
  return types.includes("{env}") && types.includes("{file}");
}

/** A key that the schema does not have. */
export function unknownKey(name: string, known: readonly string[], place: Finding["place"]): Finding {
  const remedy = suggest(name, known, known.length > 0 ? `known here: ${known.join(", ")}` : "remove it");
  return { severity: "error", code: "unknown-key", place, message: `unknown key "${name}"`, remedy };
}

/** A key that the schema has, but not beside others that are written. */
function strayKey(name: string, others: readonly string[], place: Finding["place"]): Finding {
  const message = `"${name}" cannot stand beside ${others.map((other) => `"${other}"`).join(" and ")}`;
  return { severity: "error", code: "bad-value", place, message, remedy: "keep one of them" };
}

const LIBRARY_MESSAGES: Readonly<Record<string, string>> = {
  "Invalid URL": "write an http or https address",
  "Invalid ISO datetime": "write a time such as 2026-01-20T07:00:00Z, or a date",
  "Invalid ISO date": "write a date such as 2026-01-20",
};

/** The limit that a value passes, where the schema does not say what to write. */
function limitOf(issue: z.core.$ZodIssue): string | undefined {
  if (!issue.message.startsWith("Too ")) return undefined;
  const units: Readonly<Record<string, readonly [string, string]>> = {
    array: [" entry", " entries"],
    string: [" character", " characters"],
  };
  if (issue.code !== "too_small" && issue.code !== "too_big") return undefined;
  const limit = issue.code === "too_small" ? issue.minimum : issue.maximum;
  const [one, many] = units[issue.origin] ?? ["", ""];
  return `write at ${issue.code === "too_small" ? "least" : "most"} ${limit}${limit === 1 ? one : many}`;
}

type Explained = Pick<Finding, "code" | "message" | "remedy">;

function missingKey(key: string, wanted: string): Explained {
  return {
    code: "missing-key",
    message: `${key} is missing`,
    remedy: `add ${key.replaceAll('"', "")}: with ${wanted}`,
  };
}

function wrongType(key: string, expected: string, value: unknown): Explained {
  const wanted = TYPE_NAMES[expected] ?? expected;
  if (value === undefined) return missingKey(key, wanted);
  const found = TYPE_NAMES[typeName(value)] ?? typeName(value);
  // `notify: desk` is a list of one that lacks its brackets.
  const isOnlyEntry = expected === "array" && typeof value === "string" && /^[\w.@-]+$/.test(value);
  const example = isOnlyEntry ? `: [${value}]` : (EXAMPLES[expected] ?? "");
  const remedy = expected === "string" && isScalar(value) ? "put it in quotes" : `write ${wanted}${example}`;
  return { code: "wrong-type", message: `${key} must be ${wanted}, not ${found}`, remedy };
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys and values",
  record: "keys and values",
  null: "nothing",
};
const EXAMPLES: Readonly<Record<string, string>> = { array: ", such as [a, b]", object: ", such as {key: value}" };

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function wrongChoice(key: string, choices: readonly string[], value: unknown): Explained {
  if (value === undefined) return missingKey(key, `one of ${choices.join(", ")}`);
  const near = typeof value === "string" ? nearest(value, choices) : undefined;
  const message = `${key} must be one of ${choices.join(", ")}`;
  return {
    code: "bad-value",
    message,
    remedy: near === undefined ? `write one of ${choices.join(", ")}` : `write "${near}"`,
  };
}

function valueAt(raw: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    raw,
  );
}
