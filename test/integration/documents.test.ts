import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { printJsonSchema } from "../../src/config/config-schema.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { Secret } from "../../src/core/secret.ts";
import { createWebhookChannel } from "../../src/notify/webhook/webhook-channel.ts";
import { startReceiver } from "../support/channels/http-receiver.ts";
import { alert, outgoing, tuesday } from "../support/channels/messages.ts";

const DOCUMENTS = [...globSync("*.md"), ...globSync("docs/**/*.md")].toSorted();

function read(path: string): string {
  return readFileSync(path, "utf8");
}

/** The fenced blocks of a document that stand behind a mark such as `<!-- configuration -->`. */
function blocks(path: string, mark: string): string[] {
  const pattern = new RegExp(`<!-- ${mark} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``, "g");
  return Array.from(read(path).matchAll(pattern), ([, block = ""]) => block);
}

const CONFIGURATIONS = DOCUMENTS.flatMap((path) =>
  blocks(path, "configuration").map((yaml, index) => ({ name: `${path}, no. ${index + 1}`, yaml })),
);

/** What `check` says of a folder, secrets that are not set here left out. */
async function remarks(folder: string, expected = ["unset-secret"]): Promise<string[]> {
  const loaded = await loadConfig({ folder, env: {} });
  const found = loaded.kind === "invalid" ? loaded.problems : loaded.lints;
  return found
    .filter(({ code }) => !expected.includes(code))
    .map(({ severity, line, message }) => `${line} ${severity}: ${message}`);
}

const Schema = z.object({ properties: z.record(z.string(), z.unknown()) });

/** Every key that a configuration may have, at any depth. */
function keysOf(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keysOf);
  if (typeof schema !== "object" || schema === null) return [];
  const own = Schema.safeParse(schema);
  return [...(own.success ? Object.keys(own.data.properties) : []), ...Object.values(schema).flatMap(keysOf)];
}

const Package = z.object({ dependencies: z.record(z.string(), z.string()) });
const Licensed = z.object({ license: z.string() });

const Verifier = z.object({
  isFromWirewatch: z.function({ input: [z.string(), z.string(), z.string(), z.number()], output: z.boolean() }),
});

const TableHolder = z.object({
  default: z.object({
    forbidden: z.array(
      z.object({
        name: z.string(),
        to: z.object({ pathNot: z.union([z.string(), z.array(z.string())]).optional() }).loose(),
      }),
    ),
  }),
});

/** Folder → what it may import, as .dependency-cruiser.js enforces it. */
async function enforcedImports(ofRule: RegExp, root: string): Promise<Record<string, string[]>> {
  const { default: rules } = TableHolder.parse(await import(pathToFileURL(".dependency-cruiser.js").href));
  const entries = rules.forbidden.flatMap(({ name, to }) => {
    const [, folder] = ofRule.exec(name) ?? [];
    if (folder === undefined) return [];
    const allowed = [to.pathNot ?? []].flat().map((path) => path.replace(`^${root}`, "").replace(/\/$/, ""));
    return [[folder, allowed.filter((path) => path !== folder && !path.includes("options")).toSorted()]];
  });
  return z.record(z.string(), z.array(z.string())).parse(Object.fromEntries(entries));
}

/** The same from the tables of docs/architecture.md: of `src`, of the match engine, and of those who find persons. */
function documentedImports(): readonly Record<string, string[]>[] {
  const tables = read("docs/architecture.md").split("\n\n");
  return tables.filter((table) => table.startsWith("| folder ")).map(importsIn);
}

function importsIn(table: string): Record<string, string[]> {
  const rows = table.matchAll(/^\| `(\w+)` \|[^|]*\| ([^|]+) \|$/gm);
  const folders = Array.from(rows, ([, folder = "", imports = ""]) => ({ folder, imports }));
  const names = folders.map(({ folder }) => folder);
  return Object.fromEntries(
    folders.map(({ folder, imports }) => {
      if (imports.startsWith("nothing")) return [folder, []];
      const [, besides] = /^all but (.*)$/.exec(imports) ?? [];
      if (besides !== undefined) {
        const out = new Set([folder, ...besides.split(", ")]);
        return [folder, names.filter((name) => !out.has(name)).toSorted()];
      }
      const named = imports.split(", ").filter((name) => !name.startsWith("every "));
      return [folder, named.toSorted()];
    }),
  );
}

describe("the documents", () => {
  it.each(["npm ci && npm run demo", "npm ci && npm test"])("give the command %s in the README", (command) => {
    expect(read("README.md")).toContain(`\n\`\`\`sh\n${command}\n\`\`\`\n`);
  });

  it("link to files that are there", () => {
    const dead = DOCUMENTS.flatMap((path) =>
      Array.from(read(path).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g), ([, target = ""]) => target)
        .filter((target) => !existsSync(join(dirname(path), target)))
        .map((target) => `${path}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it.each(CONFIGURATIONS)("hold a configuration that loads with nothing to remark: $name", async ({ yaml }) => {
    const folder = mkdtempSync(join(tmpdir(), "wirewatch-documents-"));
    try {
      writeFileSync(join(folder, "wirewatch.yaml"), yaml);
      expect(await remarks(folder)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("have configurations in the README and the reference", () => {
    expect(CONFIGURATIONS.map(({ name }) => name.split(",", 1)[0])).toEqual(
      expect.arrayContaining(["README.md", "docs/configuration.md"]),
    );
  });

  it("explain every key of the configuration", () => {
    const reference = read("docs/configuration.md");
    const keys = [...new Set(keysOf(JSON.parse(printJsonSchema())))];
    const sections = new Set(["people", "channels", "clauses", "exclusions"]);
    const missing = keys.filter(
      (key) =>
        !sections.has(key) && !new RegExp(`[\`.{]${key}[\`.:]`).test(reference) && !reference.includes(`## ${key}`),
    );
    expect(keys.length).toBeGreaterThan(60);
    expect(missing).toEqual([]);
  });

  it("give a reason, the version and the licence of every run-time dependency", () => {
    const { dependencies } = Package.parse(JSON.parse(read("package.json")));
    const wanted = Object.entries(dependencies).map(([name, version]) => {
      const { license } = Licensed.parse(JSON.parse(read(`node_modules/${name}/package.json`)));
      return `${name} | ${version} | ${license}`;
    });
    const rows = read("docs/dependencies.md").matchAll(/^\| ([^|]+ \| \d[^|]* \| [^|]+) \| [^|]{10,} \|$/gm);
    expect(Array.from(rows, ([, row]) => row)).toEqual(wanted);
  });

  it("show the import tables that are enforced", async () => {
    expect(documentedImports()).toEqual([
      await enforcedImports(/^(\w+)-imports$/, "src/"),
      await enforcedImports(/^engine-(\w+)-imports$/, "src/match/engine/"),
      await enforcedImports(/^people-(\w+)-imports$/, "src/match/people/"),
    ]);
  });

  it("show how a receiver verifies the signature of a webhook", async () => {
    const [code = ""] = blocks("docs/operations.md", "verify");
    const { isFromWirewatch } = Verifier.parse(await import(`data:text/javascript,${encodeURIComponent(code)}`));
    const receiver = await startReceiver();
    try {
      const options = { url: receiver.url, secret: { env: "HOOK_SECRET" } };
      const now = tuesday("08:00");
      const channel = createWebhookChannel({ id: "hook", options, secret: new Secret("s3cret"), now: () => now });
      await channel.send(outgoing(alert()), new AbortController().signal);
      const [request] = receiver.requests;
      const [header, body] = [String(request?.headers["x-wirewatch-signature"]), request?.body ?? ""];
      const seconds = now / 1000;
      expect(isFromWirewatch(header, body, "s3cret", seconds)).toBe(true);
      expect(isFromWirewatch(header, body, "another", seconds)).toBe(false);
      expect(isFromWirewatch(header, `${body} `, "s3cret", seconds)).toBe(false);
      expect(isFromWirewatch(header, body, "s3cret", seconds + 3600)).toBe(false);
    } finally {
      await receiver.close();
    }
  });

  it("show alert rules that name metrics of this program", () => {
    const Rules = z.object({ groups: z.array(z.object({ rules: z.array(z.object({ expr: z.string() })) })) });
    const [yaml = ""] = blocks("docs/operations.md", "prometheus");
    const names = Rules.parse(parse(yaml))
      .groups.flatMap(({ rules }) => rules)
      .flatMap(({ expr }) => expr.match(/wirewatch_\w+/g) ?? []);
    const source = read("src/telemetry/metrics.ts");
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !source.includes(`"${name}"`))).toEqual([]);
  });
});

it("the complete example loads with nothing to remark but its unset secrets and languages with few terms", async () => {
  expect(await remarks("config", ["unset-secret", "thin-lists"])).toEqual([]);
});
