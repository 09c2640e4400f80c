import type { Config, ConfigProblem } from "../../config/config.ts";
import type { LoadedConfig } from "../../config/load-config.ts";
import { deepFreeze } from "../../core/deep-freeze.ts";
import { HANDED_OVER, portionsOf } from "../../core/portions.ts";
import { toStoredBody } from "../stored-body.ts";
import { RuleCollector, splitRules, type RulePortion } from "./rule-portions.ts";

type ValidConfig = LoadedConfig & { kind: "valid" };
type InvalidConfig = LoadedConfig & { kind: "invalid" };
type Small = Omit<Config, "rules" | "feeds" | "watches" | "tests">;

/** A piece of a loaded configuration on its way to the main thread. */
export type ConfigPart =
  | { kind: "sources"; sources: readonly string[] }
  | { kind: "valid"; config: Small }
  /** As `toStoredBody` writes it. */
  | { kind: "body"; body: string }
  | { kind: "invalid"; place: InvalidConfig["place"] }
  | { kind: "problems"; problems: readonly ConfigProblem[] }
  | { kind: "removed"; removed: ValidConfig["removed"] }
  | { kind: "rules"; portion: RulePortion }
  | { kind: "feeds"; feeds: Config["feeds"] }
  | { kind: "watches"; watches: Config["watches"] }
  | { kind: "tests"; tests: Config["tests"] };

function pieces<T>(entries: readonly T[], lengthOf: (entry: T) => number = () => 0): Iterable<readonly T[]> {
  return portionsOf(entries, HANDED_OVER, lengthOf);
}

/** Splits what was loaded into pieces that are sent one by one. */
export function* splitConfig(loaded: LoadedConfig): Generator<ConfigPart> {
  for (const sources of pieces(loaded.sources)) yield { kind: "sources", sources };
  if (loaded.kind === "invalid") {
    yield { kind: "invalid", place: loaded.place };
    for (const problems of pieces(loaded.problems)) yield { kind: "problems", problems };
    return;
  }
  yield { kind: "body", body: toStoredBody(loaded.config) };
  const { rules, feeds, watches, tests, ...config } = loaded.config;
  yield { kind: "valid", config };
  for (const problems of pieces(loaded.lints)) yield { kind: "problems", problems };
  for (const removed of pieces(loaded.removed)) yield { kind: "removed", removed };
  for (const portion of splitRules(rules)) yield { kind: "rules", portion };
  for (const some of pieces(feeds)) yield { kind: "feeds", feeds: some };
  for (const some of pieces(watches)) yield { kind: "watches", watches: some };
  for (const some of pieces(tests, ({ body }) => body.length)) yield { kind: "tests", tests: some };
}

/** Puts the pieces together again, in the order they were sent; the configuration is frozen, as `loadConfig` gives it. */
export class ConfigCollector {
  #end: { kind: "valid"; config: Small } | { kind: "invalid"; place: InvalidConfig["place"] } | null = null;
  #body = "";
  readonly #sources: string[] = [];
  readonly #problems: ConfigProblem[] = [];
  readonly #removed: ValidConfig["removed"][number][] = [];
  readonly #rules = new RuleCollector();
  readonly #feeds: Config["feeds"][number][] = [];
  readonly #watches: Config["watches"][number][] = [];
  readonly #tests: Config["tests"][number][] = [];

  add(part: ConfigPart): void {
    switch (part.kind) {
      case "sources":
        this.#sources.push(...part.sources);
        break;
      case "body":
        this.#body = part.body;
        break;
      case "valid":
      case "invalid":
        this.#end = part;
        break;
      case "problems":
        this.#problems.push(...part.problems);
        break;
      case "removed":
        this.#removed.push(...part.removed);
        break;
      case "rules":
        this.#rules.add(deepFreeze(part.portion));
        break;
      case "feeds":
        this.#feeds.push(...deepFreeze(part.feeds));
        break;
      case "watches":
        this.#watches.push(...deepFreeze(part.watches));
        break;
      case "tests":
        this.#tests.push(...deepFreeze(part.tests));
        break;
    }
  }

  /** Of a valid one; it takes long to write. */
  get body(): string {
    return this.#body;
  }

  loaded(): LoadedConfig {
    if (this.#end === null) throw new Error("the configuration has not arrived");
    const sources = this.#sources;
    if (this.#end.kind === "invalid") return { ...this.#end, sources, problems: this.#problems };
    const config = {
      ...this.#end.config,
      rules: this.#rules.rules(),
      feeds: this.#feeds,
      watches: this.#watches,
      tests: this.#tests,
    };
    return { kind: "valid", sources, config: deepFreeze(config), lints: this.#problems, removed: this.#removed };
  }
}
