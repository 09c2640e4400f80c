import { dirname, resolve } from "node:path";
import { hashOf } from "../core/hash.ts";
import { PeoplePacker } from "../match/imported-people.ts";
import type { PeopleCsvOptions, PeopleFtmOptions } from "../match/options.ts";
import type { ImportedPeople } from "../match/rule-set.ts";
import { placeIn } from "./origin.ts";
import { readPeopleCsv } from "./read-people-csv.ts";
import { readPeopleFtm } from "./read-people-ftm.ts";
import { claimId, type Entry, type Sections } from "./sections.ts";
import type { ReadPerson } from "./read-person.ts";
import type { Finding, Place } from "./source.ts";
import { whyUnreadable } from "./why-unreadable.ts";

/**
 * Reads the files of persons that the `people` sections name; null: they name none. A person that several sources have
 * is the first one's: those written by hand first. Works in pieces, so that nothing waits long for it.
 */
export async function readPeopleFiles(sections: Sections, findings: Finding[]): Promise<ImportedPeople | null> {
  if (sections.peopleFiles.length === 0) return null;
  const packer = new PeoplePacker();
  const hashes: string[] = [];
  for (const entry of sections.peopleFiles) {
    function add({ person, place }: ReadPerson): void {
      const taken = claimId(sections.people, person.id, place);
      if (taken === null) packer.add(person);
      else if ("csv" in entry.value) findings.push(taken);
    }
    const hash = await readFile(entry, findings, { add, skip: (id, place) => claimId(sections.people, id, place) });
    hashes.push(hash);
  }
  return packer.pack(hashOf(...hashes));
}

async function readFile(
  entry: Entry<PeopleCsvOptions | PeopleFtmOptions>,
  findings: Finding[],
  { add, skip }: { add: (read: ReadPerson) => void; skip: (id: string, place: Place) => void },
): Promise<string> {
  const { value, origin } = entry;
  const [key, file] = "csv" in value ? (["csv", value.csv] as const) : (["ftm", value.ftm] as const);
  const path = resolve(dirname(origin.file.path), file);
  const place = placeIn(origin, [key]);
  let persons = 0;
  const before = findings.length;
  function count(read: ReadPerson): void {
    persons += 1;
    add(read);
  }
  try {
    const hash =
      "csv" in value
        ? await readPeopleCsv({ path, options: value, findings, skip }, count)
        : await readPeopleFtm({ path, options: value, findings, place }, count);
    if (persons === 0 && findings.length === before) findings.push(nobody(value, place));
    return hashOf(hash, JSON.stringify(value));
  } catch (error) {
    const message = `the file "${file}" cannot be read: ${whyUnreadable(error)}`;
    const remedy = "correct the path (it is relative to this file) or the file";
    findings.push({ severity: "error", code: "people-unreadable", place, message, remedy });
    return "";
  }
}

function nobody(value: PeopleCsvOptions | PeopleFtmOptions, place: Place): Finding {
  const isChosen = "ftm" in value && Object.keys(value.where).length > 0;
  const message = `the file "${"csv" in value ? value.csv : value.ftm}" has no person${isChosen ? " that where: asks for" : ""}`;
  const remedy = isChosen
    ? "correct where:, whose values are those of the file (country: [ir])"
    : "correct the file, or remove it here";
  return { severity: "lint", code: "people-none", place, message, remedy };
}
