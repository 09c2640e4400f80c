import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withImportedPeople } from "../match/imported-people.ts";
import type { Person } from "../match/rule-set.ts";
import { loadConfig } from "./load-config.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "wirewatch-people-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const WATCH = `
watches:
  - {id: w, title: W, match: "person:NK-1 OR person:old-7 OR person:@pep OR person:ada", notify: [screen],
     tests: [{name: t, title: Ada Example spoke, people: [ada], expect: match}]}
channels: {screen: {console: {}}}
`;
const CSV =
  'id,name,names,role,country,groups,background\nada,Ada Example,"Ада Пример; عادة مثال",counsellor,no;se,pep,false\n';
const FTM = [
  {
    id: "NK-1",
    schema: "Person",
    caption: "Bert Sample",
    referents: ["old-7"],
    properties: {
      name: ["Bert Sample", "Берт Образец"],
      weakAlias: ["Bert"],
      country: ["ir"],
      position: ["Deputy minister"],
    },
  },
  { id: "NK-2", schema: "Person", caption: "Carl Sample", properties: { name: ["Carl Sample"], country: ["fr"] } },
  { id: "NK-3", schema: "Company", caption: "Sample Ltd", properties: { name: ["Sample Ltd"], country: ["ir"] } },
]
  .map((entity) => JSON.stringify(entity))
  .join("\n");

async function load(people: string, files: Record<string, string>) {
  await writeFile(join(folder, "wirewatch.yaml"), `people:\n${people}${WATCH}`);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return loadConfig({ folder, env: {} });
}

async function persons(people: string, files: Record<string, string>): Promise<readonly Person[]> {
  const loaded = await load(people, files);
  if (loaded.kind === "invalid") throw new Error(loaded.problems.map(({ message }) => message).join("; "));
  return withImportedPeople(loaded.config.rules).people;
}

const BOTH = "  - {csv: o.csv}\n  - {ftm: peps.json, where: {country: [ir]}, groups: [pep]}\n";

describe("persons of files", () => {
  it("have the names, posts and groups of their row or entity, and are matched carefully", async () => {
    expect(await persons(BOTH, { "o.csv": CSV, "peps.json": FTM })).toMatchObject([
      {
        id: "ada",
        names: ["Ada Example", "Ада Пример", "عادة مثال"],
        role: "counsellor",
        countries: ["no", "se"],
        groups: ["pep"],
        match: "careful",
      },
      {
        id: "NK-1",
        names: ["Bert Sample", "Берт Образец"],
        role: "Deputy minister",
        countries: ["ir"],
        groups: ["pep"],
        formerIds: ["old-7"],
        match: "careful",
      },
    ]);
  });

  it("have ids of at most 64 characters, each its own", async () => {
    const ftm = ["x", "y"]
      .map((end) => ({ id: `_${"long".repeat(30)}${end}`, schema: "Person", caption: `Bert ${end}` }))
      .map((entity) => JSON.stringify(entity));
    const all = await persons("  - {ftm: peps.json}\n  - {csv: o.csv}\n", {
      "o.csv": CSV,
      "peps.json": [FTM, ...ftm].join("\n"),
    });
    const made = all.map(({ id }) => id).filter((id) => id.startsWith("ftm-_long"));
    expect(made.map((id) => id.length)).toEqual([64, 64]);
    expect(new Set(made).size).toBe(2);
  });

  it("take `match` from their entry, and a person written by hand goes first", async () => {
    const people =
      "  - {id: NK-1, name: Bert Byhand}\n  - {id: old-7, name: Old Example}\n  - {csv: o.csv, match: full}\n  - {ftm: peps.json, groups: [pep]}\n";
    const all = await persons(people, { "o.csv": CSV, "peps.json": FTM });
    expect(all.map(({ name, match }) => [name, match])).toEqual([
      ["Bert Byhand", undefined],
      ["Old Example", undefined],
      ["Ada Example", "full"],
      ["Carl Sample", "careful"],
    ]);
  });

  it("change the hash of the configuration when they change", async () => {
    const [first, second] = [CSV, CSV.replace("counsellor", "consul")];
    const hashes = [];
    for (const csv of [first, second]) {
      const loaded = await load(BOTH, { "o.csv": csv, "peps.json": FTM });
      if (loaded.kind === "valid") hashes.push(loaded.config.hash);
    }
    expect(new Set(hashes).size).toBe(2);
  });

  it.each([
    ["a column that no person has", "id,name,nmaes\nada,Ada,x\n", ["o.csv", 1, 9, 'there is no column "nmaes"']],
    [
      "a value that is wrong",
      "id,name,status\nada,Ada,gone\n",
      ["o.csv", 2, 9, '"status" must be one of serving, former, dead'],
    ],
    ["a person without a name", "id,name\nada,\n", ["o.csv", 2, 5, '"name" is missing']],
    ["an id that is taken", "id,name\nada,Ada\nada,Eda\n", ["o.csv", 3, 1, 'person "ada" is defined twice']],
    ["a country that is none", "id,name,country\nada,Ada,Norway\n", ["o.csv", 2, 9, '"country" has a value that']],
    ["more fields than columns", "id,name\nada,Ada, Dame,x\n", ["o.csv", 2, 9, "this row has 4 fields, but"]],
    ["no text at all", "", ["o.csv", 1, 1, "the file is empty"]],
    ["an open quotation mark", 'id,name\nada,"Ada\n', ["o.csv", 2, 5, "never closed"]],
  ])("are refused at line and column for %s", async (_fact, csv, [file, line, column, message]) => {
    const loaded = await load(BOTH, { "o.csv": csv, "peps.json": FTM });
    const problems = loaded.kind === "invalid" ? loaded.problems : [];
    expect(problems).toContainEqual(
      expect.objectContaining({
        file: join(folder, String(file)),
        line,
        column,
        message: expect.stringContaining(String(message)),
      }),
    );
  });

  it("whose row cannot be used are not called unknown as well", async () => {
    const loaded = await load(BOTH, { "o.csv": "id,name,status\nada,Ada,gone\n", "peps.json": FTM });
    const problems = loaded.kind === "invalid" ? loaded.problems : [];
    expect(problems.map(({ code }) => code)).toEqual(["csv-value"]);
  });

  it("of a file that is not UTF-8 are refused: their names would be others", async () => {
    await load(BOTH, { "o.csv": CSV, "peps.json": FTM });
    await writeFile(join(folder, "o.csv"), Buffer.from("id,name\nada,Ada M\u00FCller\n", "latin1"));
    const loaded = await loadConfig({ folder, env: {} });
    const problems = loaded.kind === "invalid" ? loaded.problems : [];
    expect(problems.map(({ code, message }) => `${code}: ${message}`)).toContain(
      'people-unreadable: the file "o.csv" cannot be read: the file is not UTF-8: save it as UTF-8 (in a spreadsheet: CSV UTF-8)',
    );
  });

  it("may have empty fields beyond the last column, as spreadsheets write them", async () => {
    const all = await persons(BOTH, { "o.csv": "id,name\nada,Ada Example,,\n", "peps.json": FTM });
    expect(all.map(({ name }) => name)).toEqual(["Ada Example", "Bert Sample"]);
  });

  it("are refused one by one up to twenty, the rest by their number", async () => {
    const rows = Array.from({ length: 50 }, (_, at) => `p${at},`).join("\n");
    const loaded = await load("  - {csv: o.csv}\n", { "o.csv": `id,name\n${rows}\n` });
    const told = loaded.kind === "invalid" ? loaded.problems.filter(({ file }) => file.endsWith("o.csv")) : [];
    expect(told).toHaveLength(21);
    expect(told.at(-1)).toMatchObject({
      line: 22,
      message: "30 more of the file's values cannot be used, from here on",
    });
  });

  it.each([
    ["  - {ftm: peps.json, where: {country: [Iran]}}\n", 'the file "peps.json" has no person that where: asks for'],
    ["  - {csv: o.csv}\n", 'the file "o.csv" has no person'],
  ])("are missed where there are none: %s", async (people, message) => {
    const loaded = await load(
      `  - {id: ada, name: Ada}\n  - {id: NK-1, name: B, groups: [pep]}\n  - {id: old-7, name: C}\n${people}`,
      {
        "o.csv": "id,name\n",
        "peps.json": FTM,
      },
    );
    const lints = loaded.kind === "valid" ? loaded.lints : [];
    expect(lints.filter(({ code }) => code === "people-none").map((lint) => lint.message)).toEqual([message]);
  });

  it("are refused once, and not row by row, where a column is missing", async () => {
    const loaded = await load(BOTH, { "o.csv": "name\nAda\nEda\n", "peps.json": FTM });
    const problems = loaded.kind === "invalid" ? loaded.problems : [];
    const ofTable = problems.filter(({ file }) => file.endsWith("o.csv"));
    expect(ofTable.map(({ code, line, message }) => [code, line, message])).toEqual([
      ["csv-column", 1, 'the column "id" is missing'],
    ]);
  });

  it("are refused where the file is missing or a line is no entity", async () => {
    const missing = await load("  - {csv: nowhere.csv}\n", {});
    expect(missing).toMatchObject({ kind: "invalid" });
    const bad = await load(BOTH, { "o.csv": CSV, "peps.json": `${FTM}\n{"id": 1}` });
    expect(bad).toMatchObject({
      kind: "invalid",
      problems: [
        { code: "ftm-entity", line: 3, column: 11, message: 'line 4 of "peps.json" is no FollowTheMoney entity' },
      ],
    });
  });
});
