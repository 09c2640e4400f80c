import { dirname, resolve } from "node:path";
import { once } from "../core/once.ts";
import type { RuleProblem } from "../match/rule-problem.ts";
import { buildConfig, toStore } from "./build-config.ts";
import { buildRules, type PlacedRules } from "./build-rules.ts";
import { checkAddresses, checkReferences } from "./check-references.ts";
import { checkRules, lintRules } from "./check-rules.ts";
import { checkSettings, overrideSettings } from "./check-settings.ts";
import type { Config, ConfigProblem } from "./config.ts";
import { lintFeedConditions } from "./lint-feed-conditions.ts";
import { lintEntries, lintWhole } from "./lint-config.ts";
import { lintUntried } from "./lint-untried.ts";
import { mergeLists, type RemovedTerm } from "./merge-lists.ts";
import { readFiles, type ReadFiles, type Substitute } from "./read-files.ts";
import { readPeopleFiles } from "./read-people-files.ts";
import type { OpmlFeed } from "./read-opml.ts";
import { toFinding } from "./rule-findings.ts";
import { readSections } from "./read-sections.ts";
import { claimId, type Sections } from "./sections.ts";
import { toProblem, type Finding } from "./source.ts";
import { checkTestNames } from "./tests-of.ts";
import { isBroken, isDoubtful, unreadFile, type YamlFile } from "./yaml-file.ts";

/** Codes of errors that leave nothing known of a file. */
const UNREAD: ReadonlySet<string> = new Set([
  "csv-column",
  "csv-syntax",
  "file-unreadable",
  "include-missing",
  "include-unreadable",
  "opml-unreadable",
  "people-unreadable",
]);

export interface LoadOptions {
  /** The folder with `wirewatch.yaml`. */
  folder: string;
  /** `WIREWATCH_STORE` and `WIREWATCH_QUEUE` replace the files' settings; secrets are looked for, not kept. */
  env: NodeJS.ProcessEnv;
  /** Another version of the file that defines a watch, read in its place. */
  substitute?: Substitute;
}

export type LoadedConfig = {
  /**
   * Absolute paths of the files that were read, those with feeds and persons too, of files that are not there, and of
   * folders in which patterns look for files: without a change of one of them nothing else comes out.
   */
  sources: readonly string[];
} & (
  | { kind: "valid"; config: Config; readonly lints: ConfigProblem[]; removed: readonly RemovedTerm[] }
  /** `place`: which running program the files belong to, as far as they say. */
  | { kind: "invalid"; problems: ConfigProblem[]; place: Pick<Config, "folder" | "store"> }
);

/** A configuration with what knows where its rules are written. */
export interface PlacedConfig {
  loaded: LoadedConfig;
  /** Problems of the rules that only came to light when they were used, where they are written. */
  locate: (problems: readonly RuleProblem[]) => ConfigProblem[];
}

/** Files that are read and not yet checked. */
export interface ReadConfig {
  /** What they say of where the program keeps its data, right or wrong. */
  place: Pick<Config, "folder" | "store">;
  check: () => Promise<PlacedConfig>;
}

/**
 * Loads a configuration: `wirewatch.yaml` and all it includes. One run names every problem, sorted by file and line;
 * what is wrong in one place is left out and the rest is checked without it. Never throws for what is in the files.
 */
export async function loadConfig(options: LoadOptions): Promise<LoadedConfig> {
  return (await loadPlaced(options)).loaded;
}

/** The same, for those who look for problems. */
export async function loadPlaced(options: LoadOptions): Promise<PlacedConfig> {
  const read = await readConfig(options);
  return read.check();
}

/** The first half of it: whoever needs only the store can open it while the rest is checked. */
export async function readConfig({ folder: given, env, substitute }: LoadOptions): Promise<ReadConfig> {
  const folder = resolve(given);
  const files = await readFiles(folder, substitute);
  const sections = readSections(files.files, files.findings);
  const settings = overrideSettings(sections.settings, env);
  const place = { folder, store: toStore(settings, sections, folder) };
  return { place, check: () => checkRead({ place, files, sections, settings, env }) };
}

interface Read extends Pick<ReadConfig, "place"> {
  files: ReadFiles;
  sections: Sections;
  settings: Sections["settings"];
  env: NodeJS.ProcessEnv;
}

async function checkRead({ place, files: read, sections, settings, env }: Read): Promise<PlacedConfig> {
  const { entry, files, lookedAt, findings } = read;
  const opml = await readOpmlFeeds(sections, findings);
  const { lists, removed } = mergeLists(sections.lists.entries, findings);
  const imported = await readPeopleFiles(sections, findings);
  const placed = buildRules(sections, lists, imported);
  const broken = [...files.filter(isBroken), ...unreadOf(findings)];

  findings.push(
    ...checkSettings(sections, env, entry),
    ...checkReferences(sections, broken),
    ...checkTestNames(sections),
    ...checkAddresses(sections, opml),
    ...checkRules(placed, { sections, broken }),
  );
  const told = withoutFollowers(findings, files);
  // What is probably not meant takes long to find, and where each stands as long as to read the files: few commands tell it.
  const problems = once(() => {
    const lints = withoutFollowers(lintRead({ sections, broken, env, placed, opml }), files);
    return [...told, ...lints].map(toProblem).toSorted(byPlace);
  });
  const sources = sourcesOf({ files, lookedAt }, sections);
  function locate(found: readonly RuleProblem[]): ConfigProblem[] {
    const written = found.map((problem) => toFinding(problem, placed)).filter((finding) => finding !== null);
    return written.map(toProblem).toSorted(byPlace);
  }
  if (told.some(({ severity }) => severity === "error"))
    return { loaded: { kind: "invalid", sources, problems: problems(), place }, locate };
  const feeds = [...sections.feeds.entries, ...opml].map(({ value }) => value);
  const config = buildConfig({ folder: place.folder, settings, sections, feeds, rules: placed.rules });
  const loaded: LoadedConfig = {
    kind: "valid",
    sources,
    config,
    get lints() {
      return problems();
    },
    removed,
  };
  return { loaded, locate };
}

interface Built extends Pick<Read, "sections" | "env"> {
  broken: readonly YamlFile[];
  placed: PlacedRules;
  opml: readonly OpmlFeed[];
}

/** What is probably not meant; of the whole it can be told only where no file is broken. */
function lintRead({ sections, broken, env, placed, opml }: Built): Finding[] {
  const lints = [...lintEntries(sections, env, broken), ...lintRules(placed, { sections, broken })];
  if (broken.length > 0) return lints;
  return [...lints, ...lintWhole(sections), ...lintFeedConditions(sections, opml), ...lintUntried(sections, placed)];
}

/** Files of which nothing is known: whatever others name may be defined in them. */
function unreadOf(findings: readonly Finding[]): YamlFile[] {
  return findings.filter(({ code }) => UNREAD.has(code)).map(({ place }) => unreadFile(place.source.path));
}

function sourcesOf(
  { files, lookedAt }: Pick<ReadFiles, "files" | "lookedAt">,
  { opml, peopleFiles }: Sections,
): string[] {
  const beside = [
    ...opml.map(({ value, origin }) => resolve(dirname(origin.file.path), value.opml)),
    ...peopleFiles.map(({ value, origin }) =>
      resolve(dirname(origin.file.path), "csv" in value ? value.csv : value.ftm),
    ),
  ];
  return [...new Set([...files.map(({ path }) => path), ...lookedAt, ...beside])];
}

/** What only follows from syntax errors is not told: it goes away with them. */
function withoutFollowers(findings: readonly Finding[], files: readonly YamlFile[]): Finding[] {
  return findings.filter(({ code, place }) => {
    const file = files.find((each) => each === place.source);
    return code.startsWith("yaml-") || file === undefined || !isDoubtful(file, place);
  });
}

async function readOpmlFeeds(sections: Sections, findings: Finding[]): Promise<OpmlFeed[]> {
  const feeds: OpmlFeed[] = [];
  if (sections.opml.length === 0) return feeds;
  // With its library it is a quarter of what commands load, and few of them need it.
  const { readOpml } = await import("./read-opml.ts");
  for (const entry of sections.opml) {
    for (const feed of await readOpml(entry, findings)) {
      const taken = claimId(sections.feeds, feed.id, feed.place);
      if (taken === null) feeds.push(feed);
      else findings.push(taken);
    }
  }
  return feeds;
}

function byPlace(left: ConfigProblem, right: ConfigProblem): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}
