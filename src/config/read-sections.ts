import type * as z from "zod";
import { Id } from "../core/schema.ts";
import {
  ClauseOptions,
  ExclusionOptions,
  ListOptions,
  PeopleCsvOptions,
  PeopleFtmOptions,
  PersonOptions,
} from "../match/options.ts";
import { FeedOptions, OpmlOptions } from "../poll/options.ts";
import { ChannelOptions, DefaultsOptions, FileOptions, SettingsOptions, WatchOptions } from "./config-schema.ts";
import { unknownKey } from "./describe-issue.ts";
import { isRecord, keyPlaceIn, placeIn, type Origin } from "./origin.ts";
import { wrongSection, type Reading } from "./reading.ts";
import { readTests } from "./read-tests.ts";
import { readValue } from "./read-value.ts";
import { claimId, createSection, type Section, type Sections } from "./sections.ts";
import { describePlace, type Finding } from "./source.ts";
import { keyPlaceAt, placeAt, type YamlFile } from "./yaml-file.ts";

/** Reads every section of every file; problems are added to `findings`. */
export function readSections(files: readonly YamlFile[], findings: Finding[]): Sections {
  const sections: Sections = {
    settings: SettingsOptions.parse({}),
    settingOrigins: new Map(),
    feeds: createSection("feed"),
    opml: [],
    people: createSection("person"),
    peopleFiles: [],
    watches: createSection("watch"),
    tests: [],
    channels: createSection("channel"),
    clauses: createSection("clause"),
    exclusions: createSection("exclusion"),
    lists: createSection("list"),
  };
  const readings = files.flatMap((file) => open(file, findings));
  sections.settings = readSettings(readings, sections.settingOrigins);

  for (const reading of readings) {
    readFeeds(reading, sections);
    readPeople(reading, sections);
    readList("watches", WatchOptions, sections.watches, reading);
    sections.tests.push(...readTests(reading));
    readMap("channels", ChannelOptions, sections.channels, reading);
    readMap("clauses", ClauseOptions, sections.clauses, reading);
    readMap("exclusions", ExclusionOptions, sections.exclusions, reading);
    readMap("lists", ListOptions, sections.lists, reading);
  }
  return sections;
}

function open(file: YamlFile, findings: Finding[]): Reading[] {
  if (file.value === null || file.value === undefined) return [];
  if (!isRecord(file.value)) {
    const message = "the file must be keys and values";
    const remedy = `start it with a section, such as watches: (known: ${Object.keys(FileOptions.shape).join(", ")})`;
    findings.push({ severity: "error", code: "wrong-type", place: placeAt(file, []), message, remedy });
    return [];
  }
  const known = Object.keys(FileOptions.shape);
  const unknown = Object.keys(file.value).filter((key) => !known.includes(key));
  findings.push(...unknown.map((key) => unknownKey(key, known, keyPlaceAt(file, [key]))));

  const reading = { file, content: file.value, defaults: {}, findings };
  if (file.value["defaults"] === undefined) return [reading];
  const origin = { file, path: ["defaults"], defaults: null };
  const defaults = readValue(DefaultsOptions, file.value["defaults"], origin);
  findings.push(...defaults.findings);
  return [{ ...reading, defaults: defaults.value !== null && isRecord(defaults.raw) ? defaults.raw : {} }];
}

function readSettings(readings: readonly Reading[], origins: Map<string, Origin>): SettingsOptions {
  const made: Record<string, unknown> = {};
  for (const { file, content, findings } of readings) {
    for (const [key, schema] of Object.entries<z.ZodType>(SettingsOptions.shape)) {
      if (content[key] === undefined) continue;
      const origin = { file, path: [key], defaults: null };
      const earlier = origins.get(key);
      if (earlier !== undefined) {
        findings.push(madeTwice(key, origin, earlier));
        continue;
      }
      origins.set(key, origin);
      const read = readValue(schema, content[key], origin);
      findings.push(...read.findings);
      if (read.value !== null) made[key] = read.raw;
    }
  }
  return SettingsOptions.parse(made);
}

function madeTwice(key: string, origin: Origin, earlier: Origin): Finding {
  const place = keyPlaceIn(origin, []);
  const message = `"${key}" is set twice, first at ${describePlace(keyPlaceIn(earlier, []), origin.file)}`;
  return { severity: "error", code: "defined-twice", place, message, remedy: "keep one of the two" };
}

function readFeeds(reading: Reading, sections: Sections): void {
  readList("feeds", FeedOptions, sections.feeds, reading);
  if (!Array.isArray(reading.content["feeds"])) return;
  const shared = reading.defaults["feeds"];
  for (const { raw, origin } of elementsOf("feeds", reading)) {
    if (!isOpml(raw)) continue;
    const own = raw["defaults"] ?? {};
    const merged = { ...raw, defaults: isRecord(own) && isRecord(shared) ? { ...shared, ...own } : own };
    const { value, intact, findings } = readValue(OpmlOptions, merged, { ...origin, defaults: null });
    reading.findings.push(...findings);
    if (value !== null) sections.opml.push({ id: value.opml, value, origin, intact });
  }
}

/** Persons, and files of persons: an entry with the key `csv` or `ftm`. */
function readPeople(reading: Reading, sections: Sections): void {
  readList("people", PersonOptions, sections.people, reading);
  if (!Array.isArray(reading.content["people"])) return;
  const shared = reading.defaults["people"];
  for (const { raw, origin } of elementsOf("people", reading)) {
    if (!isPeopleFile(raw)) continue;
    const schema: z.ZodType<PeopleCsvOptions | PeopleFtmOptions> = "csv" in raw ? PeopleCsvOptions : PeopleFtmOptions;
    const defaults = isRecord(shared) ? Object.entries(shared).filter(([key]) => key in PeopleCsvOptions.shape) : [];
    const merged = { ...Object.fromEntries(defaults), ...raw };
    const { value, intact, findings } = readValue(schema, merged, origin);
    reading.findings.push(...findings);
    if (value !== null)
      sections.peopleFiles.push({ id: "csv" in value ? value.csv : value.ftm, value, origin, intact });
  }
}

function isPeopleFile(raw: unknown): raw is Record<string, unknown> {
  return isRecord(raw) && ("csv" in raw || "ftm" in raw);
}

function isOpml(raw: unknown): raw is Record<string, unknown> {
  return isRecord(raw) && "opml" in raw;
}

type ListName = "feeds" | "people" | "watches";

function elementsOf(
  name: ListName,
  { file, content, defaults, findings }: Reading,
): { raw: unknown; origin: Origin }[] {
  const list = content[name] ?? [];
  const shared = isRecord(defaults[name]) ? ["defaults", name] : null;
  if (Array.isArray(list)) {
    return list.map((raw: unknown, index) => ({ raw, origin: { file, path: [name, index], defaults: shared } }));
  }
  findings.push(wrongSection(name, "a list of entries, each beginning with -", placeAt(file, [name])));
  return [];
}

function readList<T>(name: ListName, schema: z.ZodType<T>, section: Section<T>, reading: Reading): void {
  for (const { raw, origin } of elementsOf(name, reading)) {
    if (isOpml(raw) || isPeopleFile(raw)) continue;
    const id = isRecord(raw) && typeof raw["id"] === "string" ? raw["id"] : null;
    const taken = id === null ? null : claimId(section, id, placeIn(origin, ["id"]));
    if (taken !== null) reading.findings.push(taken);
    readEntry(schema, raw, { id, name, origin, isTaken: taken !== null }, { section, reading });
  }
}

type MapName = "channels" | "clauses" | "exclusions" | "lists";

function readMap<T>(name: MapName, schema: z.ZodType<T>, section: Section<T>, reading: Reading): void {
  const { file, content, defaults, findings } = reading;
  const map = content[name] ?? {};
  if (!isRecord(map)) {
    findings.push(wrongSection(name, "keys and values, a name before each entry", placeAt(file, [name])));
    return;
  }
  for (const [id, raw] of Object.entries(map)) {
    const origin = { file, path: [name, id], defaults: isRecord(defaults[name]) ? ["defaults", name] : null };
    const place = keyPlaceIn(origin, []);
    const named = Id.safeParse(id);
    if (!named.success) {
      const message = `"${id}" cannot be the name of a ${section.noun}`;
      findings.push({
        severity: "error",
        code: "bad-key",
        place,
        message,
        remedy: named.error.issues[0]?.message ?? null,
      });
    }
    // A list is put together from all files: its languages, not its name, are defined once.
    const taken = name === "lists" ? null : claimId(section, id, place);
    if (name === "lists" && !section.ids.has(id)) section.ids.set(id, place);
    if (taken !== null) findings.push(taken);
    readEntry(schema, raw, { id, name, origin, isTaken: taken !== null }, { section, reading });
  }
}

const UNNAMED = "unnamed";
/** So that a watch without its main keys still has its references checked, and a person its names. */
const STAND_INS: Readonly<Partial<Record<ListName | MapName, Record<string, string>>>> = {
  watches: { id: UNNAMED, title: "untitled", match: "unknown" },
  people: { id: UNNAMED, name: "unknown" },
};

interface Written {
  id: string | null;
  name: ListName | MapName;
  origin: Origin;
  /** Another entry has the id: this one is checked, but not kept. */
  isTaken: boolean;
}

function readEntry<T>(
  schema: z.ZodType<T>,
  raw: unknown,
  { id, name, origin, isTaken }: Written,
  { section, reading }: { section: Section<T>; reading: Reading },
): void {
  const shared = reading.defaults[name];
  const merged = isRecord(raw) && isRecord(shared) ? { ...shared, ...raw } : raw;
  const { value, intact, findings } = readValue(schema, merged, origin, STAND_INS[name]);
  reading.findings.push(...findings);
  if (value !== null && !isTaken) section.entries.push({ id: id ?? UNNAMED, value, origin, intact });
}
