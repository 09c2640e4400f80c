import { sameAddress } from "../core/feed-address.ts";
import { suggest } from "./suggest.ts";
import { keyPlaceIn, placeIn, type Origin } from "./origin.ts";
import type { OpmlFeed } from "./read-opml.ts";
import type { Section, Sections } from "./sections.ts";
import type { Finding } from "./source.ts";
import { testsOf } from "./tests-of.ts";
import { mayDefine, type YamlFile, type YamlPath } from "./yaml-file.ts";

interface Reference {
  /** The section that must have the id. */
  target: Section<unknown>;
  key: string;
  id: string;
  from: string;
  origin: Origin;
  path: YamlPath;
}

/**
 * References to channels, feeds and persons that no file defines; those in rules are the engine's. What a broken file
 * names may be defined in it, where it could not be read.
 */
export function checkReferences(sections: Sections, broken: readonly YamlFile[]): Finding[] {
  const references = [
    ...referencesOfWatches(sections),
    ...referencesOfTests(sections),
    ...referencesOfChannels(sections),
    ...referencesOfOperators(sections),
    ...referencesOfTrials(sections),
  ];
  return references.filter(({ target, id }) => !target.ids.has(id) && !mayDefine(broken, id)).map(dangling);
}

function dangling({ target, key, id, from, origin, path }: Reference): Finding {
  // An empty path: the key itself is the reference.
  const place = path.length === 0 ? keyPlaceIn(origin, path) : placeIn(origin, path);
  const message = `${from} names the ${target.noun} "${id}", which no file defines`;
  const remedy = suggest(id, [...target.ids.keys()], `define it under ${key}: or remove it here`);
  return { severity: "error", code: "dangling-reference", place, message, remedy };
}

function* referencesOfWatches({ watches, channels, feeds }: Sections): Generator<Reference> {
  for (const { id: watchId, value, origin } of watches.entries) {
    const from = `watch "${watchId}"`;
    const at = { from, origin };
    for (const [index, id] of value.notify.entries())
      yield { ...at, target: channels, key: "channels", id, path: ["notify", index] };
    for (const [index, id] of (value.escalate?.to ?? []).entries())
      yield { ...at, target: channels, key: "channels", id, path: ["escalate", "to", index] };
    if (value.trial_channel !== undefined)
      yield { ...at, target: channels, key: "channels", id: value.trial_channel, path: ["trial_channel"] };
    for (const [index, id] of value.feeds.ids.entries())
      yield { ...at, target: feeds, key: "feeds", id, path: ["feeds", "ids", index] };
  }
}

function* referencesOfTests(sections: Sections): Generator<Reference> {
  const { watches, feeds, people, tests } = sections;
  for (const { watchId: id, origin } of tests) {
    yield { target: watches, key: "watches", id, from: "tests", origin, path: [] };
  }
  for (const { id: watchId, value: test, origin } of testsOf(sections)) {
    const ofTest = { from: `test "${test.name}" of watch "${watchId}"`, origin };
    if (test.feed !== undefined) yield { ...ofTest, target: feeds, key: "feeds", id: test.feed, path: ["feed"] };
    for (const [nth, id] of (test.people ?? []).entries())
      yield { ...ofTest, target: people, key: "people", id, path: ["people", nth] };
  }
}

function* referencesOfChannels({ channels, watches }: Sections): Generator<Reference> {
  for (const { id: channelId, value, origin } of channels.entries) {
    for (const [index, id] of (value.takes?.watch ?? []).entries()) {
      const from = `channel "${channelId}"`;
      yield { target: watches, key: "watches", id, from, origin, path: ["takes", "watch", index] };
    }
  }
}

function* referencesOfTrials({ settings, settingOrigins, channels }: Sections): Generator<Reference> {
  const origin = settingOrigins.get("trial_channel");
  const id = settings.trial_channel;
  if (origin === undefined || id === undefined) return;
  yield { target: channels, key: "channels", id, from: "trial_channel", origin, path: [] };
}

function* referencesOfOperators({ settings, settingOrigins, channels }: Sections): Generator<Reference> {
  const origin = settingOrigins.get("operators");
  if (origin === undefined) return;
  for (const role of ["page", "notice"] as const) {
    for (const [index, id] of settings.operators[role].entries()) {
      yield { target: channels, key: "channels", id, from: `operators.${role}`, origin, path: [role, index] };
    }
  }
}

/** Addresses that several feeds have: each would be polled and told twice. */
export function checkAddresses(sections: Sections, opml: readonly OpmlFeed[]): Finding[] {
  const written = sections.feeds.entries.map(({ id, value, origin }) => ({
    id,
    url: value.url,
    place: placeIn(origin, ["url"]),
  }));
  const listed = opml.map(({ id, value, place }) => ({ id, url: value.url, place }));
  const first = new Map<string, string>();
  return [...written, ...listed].flatMap(({ id, url, place }) => {
    const address = sameAddress(url);
    const other = first.get(address);
    if (other === undefined) first.set(address, id);
    if (other === undefined || other === id) return [];
    const message = `feed "${id}" has the same address as feed "${other}"`;
    return [{ severity: "lint", code: "feed-twice", place, message, remedy: "remove one of the two" } as const];
  });
}
