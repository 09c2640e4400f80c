import { isDeepStrictEqual } from "node:util";
import type { Config } from "../../config/config.ts";
import type { Steps } from "../../core/steps.ts";
import type { Changed, ConfigChanges } from "../../web/reload-answer.ts";

type Named = ReadonlyMap<string, unknown>;

/** What one configuration has that another has not, or has otherwise; settings by the names that files give them. */
export function* compareConfigs(before: Config, after: Config): Steps<ConfigChanges> {
  return {
    watches: yield* compare(watchesOf(before), watchesOf(after)),
    feeds: yield* compare(byId(before.feeds), byId(after.feeds)),
    channels: yield* compare(byId(before.channels), byId(after.channels)),
    people: yield* compare(byId(before.rules.people), byId(after.rules.people)),
    lists: yield* compareLists(before.rules.lists, after.rules.lists),
    clauses: yield* compare(byName(before.rules.clauses), byName(after.rules.clauses)),
    exclusions: yield* compare(byName(before.rules.exclusions), byName(after.rules.exclusions)),
    settings: settingsThatDiffer(before, after),
  };
}

function* compare(before: Named, after: Named): Steps<Changed> {
  const changed: string[] = [];
  for (const [id, value] of after) {
    if (before.has(id) && !isDeepStrictEqual(before.get(id), value)) changed.push(id);
    yield;
  }
  return {
    added: [...after.keys()].filter((id) => !before.has(id)),
    changed,
    removed: [...before.keys()].filter((id) => !after.has(id)),
  };
}

/** A list is very long; it is compared language by language. */
function* compareLists(before: Config["rules"]["lists"], after: Config["rules"]["lists"]): Steps<Changed> {
  const { added, removed } = yield* compare(namesOf(before), namesOf(after));
  const changed: string[] = [];
  for (const [name, list] of Object.entries(after)) {
    const earlier = before[name];
    if (earlier === undefined) continue;
    const differs = yield* compare(byName(earlier), byName(list));
    if (Object.values(differs).some((languages) => languages.length > 0)) changed.push(name);
  }
  return { added, changed, removed };
}

/** A watch is what it looks for and whom it tells. */
function watchesOf({ rules, watches }: Config): Named {
  const routing = byId(watches);
  return new Map(rules.watches.map((rule) => [rule.id, { rule, routing: routing.get(rule.id) }]));
}

function byId(entries: readonly { id: string }[]): Named {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function byName(entries: Readonly<Record<string, unknown>>): Named {
  return new Map(Object.entries(entries));
}

function namesOf(entries: Readonly<Record<string, unknown>>): Named {
  return new Map(Object.keys(entries).map((name) => [name, null]));
}

const SETTINGS = ["timezone", "fetch", "retention", "operators", "heartbeat", "reload"] as const;

function settingsThatDiffer(before: Config, after: Config): string[] {
  const http = ["public_url", "auth"] as const;
  return [
    ...SETTINGS.filter((name) => !isDeepStrictEqual(before[name], after[name])),
    ...http.filter((name) => !isDeepStrictEqual(before.http[name], after.http[name])).map((name) => `http.${name}`),
    ...(before.rules.imported?.hash === after.rules.imported?.hash ? [] : ["people (csv, ftm)"]),
  ];
}
