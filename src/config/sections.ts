import type {
  ListOptions,
  PeopleCsvOptions,
  PeopleFtmOptions,
  PersonOptions,
  WatchTestOptions,
} from "../match/options.ts";
import type { FeedOptions, OpmlOptions } from "../poll/options.ts";
import type { ChannelOptions, SettingsOptions, WatchOptions } from "./config-schema.ts";
import type { Origin } from "./origin.ts";
import { describePlace, type Finding, type Place } from "./source.ts";

/** One entry of a section, as far as it could be read. */
export interface Entry<T> {
  id: string;
  value: T;
  origin: Origin;
  /** False: parts of it are wrong and were left out, so what is missing says nothing. */
  intact: boolean;
}

/** The entries of a section over all files. */
export interface Section<T> {
  /** What one entry is called in messages. */
  noun: string;
  entries: Entry<T>[];
  /** Every id that is written, also of entries that could not be read, with its first place. */
  ids: Map<string, Place>;
}

/** The tests that one file gives to one watch under `tests`. */
export interface TestGroup {
  watchId: string;
  /** Of the whole list. */
  origin: Origin;
  tests: readonly Entry<WatchTestOptions>[];
}

/** Everything the files say, before it is joined. */
export interface Sections {
  settings: SettingsOptions;
  /** Where each setting was made; settings that no file makes are not in it. */
  settingOrigins: Map<string, Origin>;
  feeds: Section<FeedOptions>;
  opml: Entry<OpmlOptions>[];
  people: Section<PersonOptions>;
  peopleFiles: Entry<PeopleCsvOptions | PeopleFtmOptions>[];
  watches: Section<WatchOptions>;
  /** Beside those that stand in the watches themselves. */
  tests: TestGroup[];
  channels: Section<ChannelOptions>;
  clauses: Section<string>;
  exclusions: Section<string>;
  /** May hold several entries of one name: a list is put together from all files. */
  lists: Section<ListOptions>;
}

export function createSection<T>(noun: string): Section<T> {
  return { noun, entries: [], ids: new Map() };
}

/** Claims an id for an entry; the answer is the problem where another entry has it. */
export function claimId<T>(section: Section<T>, id: string, place: Place): Finding | null {
  const first = section.ids.get(id);
  if (first === undefined) {
    section.ids.set(id, place);
    return null;
  }
  const message = `${section.noun} "${id}" is defined twice, first at ${describePlace(first, place.source)}`;
  const remedy = "rename one of the two, or remove it";
  return { severity: "error", code: "defined-twice", place, message, remedy };
}
