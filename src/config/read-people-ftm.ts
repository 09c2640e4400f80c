import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import * as z from "zod";
import { LONGEST_ID } from "../core/schema.ts";
import type { PeopleFtmOptions } from "../match/options.ts";
import type { Person } from "../match/rule-set.ts";
import type { ReadPerson } from "./read-person.ts";
import type { Finding, Place } from "./source.ts";

export interface FtmReading {
  /** Absolute. */
  path: string;
  options: PeopleFtmOptions;
  findings: Finding[];
  /** Of the entry that names the file. */
  place: Place;
}

const Values = z.array(z.string()).default([]);
/** What is read of an entity (https://followthemoney.tech, schema Person); properties are lists of text. */
const Entity = z.object({
  id: z.string().min(1),
  schema: z.string(),
  caption: z.string().optional(),
  referents: Values,
  properties: z.record(z.string(), z.array(z.string())).default({}),
});
type Entity = z.infer<typeof Entity>;

/** Weak aliases (`weakAlias`: short, common, or made up) are not among them: they would match anybody. */
const NAME_PROPERTIES = ["name", "alias", "previousName"];
const COUNTRY_PROPERTIES = ["country", "nationality", "citizenship"];
const MOST_NAMES = 40;
const MOST_BAD_LINES = 20;
const NOT_IN_ID = /[^A-Za-z0-9_-]/g;

/**
 * Reads the persons of a FollowTheMoney file, an entity a line, as a stream: between two pieces of the file everything
 * else goes on. Entities of other schemas are passed over.
 * @returns hash of the file
 */
export async function readPeopleFtm(
  { path, options, findings, place }: FtmReading,
  add: (read: ReadPerson) => void,
): Promise<string> {
  const hash = createHash("sha256");
  const stream = createReadStream(path, { encoding: "utf8" });
  let line = 0;
  let badLines = 0;
  let rest = "";

  function readLine(text: string): void {
    line += 1;
    if (text.trim() === "") return;
    const entity = readEntity(text);
    if (entity === null) {
      badLines += 1;
      if (badLines > MOST_BAD_LINES) return;
      const message = `line ${line} of "${options.ftm}" is no FollowTheMoney entity`;
      const remedy = "give the file with one JSON object a line, each with id, schema and properties";
      findings.push({ severity: "error", code: "ftm-entity", place, message, remedy });
      return;
    }
    const person = personOf(entity, options);
    if (person !== null) add({ person, place });
  }

  for await (const chunk of stream) {
    const piece = String(chunk);
    hash.update(piece);
    const lines = (rest + piece).split("\n");
    rest = lines.pop() ?? "";
    for (const text of lines) readLine(text);
  }
  if (rest !== "") readLine(rest);
  return hash.digest("hex");
}

function readEntity(text: string): Entity | null {
  try {
    const parsed = Entity.safeParse(JSON.parse(text.replace(/^\uFEFF/, "")));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function idOf(id: string): string {
  const safe = id.replaceAll(NOT_IN_ID, "-");
  const whole = /^[A-Za-z0-9]/.test(safe) ? safe : `ftm-${safe}`;
  if (whole.length <= LONGEST_ID) return whole;
  const digits = createHash("sha256").update(id).digest("hex").slice(0, 12);
  return `${whole.slice(0, LONGEST_ID - digits.length - 1)}-${digits}`;
}

function isWanted({ properties }: Entity, where: PeopleFtmOptions["where"]): boolean {
  return Object.entries(where).every(([property, values]) => {
    const own = property === "country" ? COUNTRY_PROPERTIES : [property];
    return own.some((name) => properties[name]?.some((value) => values.includes(value)) ?? false);
  });
}

/** A person of the entity; null: it is none, not asked for, or has no name. */
function personOf(entity: Entity, options: PeopleFtmOptions): Person | null {
  const { id, schema, caption, referents, properties } = entity;
  if (schema !== "Person" || !isWanted(entity, options.where)) return null;
  const listed = NAME_PROPERTIES.flatMap((property) => properties[property] ?? []);
  const names = [...new Set(listed)].slice(0, MOST_NAMES);
  const name = caption ?? names[0];
  if (name === undefined) return null;
  const countries = COUNTRY_PROPERTIES.flatMap((property) => properties[property] ?? []);
  return {
    id: idOf(id),
    name,
    names: [...new Set([name, ...names])],
    role: properties["position"]?.[0] ?? null,
    groups: options.groups,
    not: [],
    status: properties["deathDate"] === undefined ? "serving" : "dead",
    background: options.background,
    surname: options.surname,
    match: options.match ?? "careful",
    countries: [...new Set(countries)].filter((code) => code.length === 2),
    formerIds: referents.map(idOf).filter((other) => other !== idOf(id)),
  };
}
