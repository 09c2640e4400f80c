/** The import table of docs/architecture.md: what each folder of src may import besides itself. */
const mayImport = {
  core: [],
  text: ["core"],
  telemetry: ["core"],
  config: ["core", "text", "match"],
  poll: ["core", "text", "telemetry"],
  match: ["core", "text"],
  decide: ["core", "text"],
  notify: ["core", "text", "telemetry"],
  store: ["core", "telemetry"],
  queue: ["core", "telemetry"],
  pipeline: ["core", "text", "telemetry", "poll", "match", "decide", "notify", "store", "queue"],
  web: ["core", "telemetry", "store", "pipeline"],
  app: [
    "core",
    "text",
    "telemetry",
    "config",
    "poll",
    "match",
    "decide",
    "notify",
    "store",
    "queue",
    "pipeline",
    "web",
  ],
  demo: ["core", "telemetry", "app"],
  cli: ["core", "config", "app", "demo", "pipeline/inspect"],
};
const notTests = "\\.test\\.ts$";

function folderRule([folder, allowed]) {
  const pathNot = [folder, ...allowed].map((name) => `^src/${name}/`);
  if (folder === "config") pathNot.push("^src/.+/options\\.ts$");
  return {
    name: `${folder}-imports`,
    severity: "error",
    from: { path: `^src/${folder}/`, pathNot: notTests },
    to: { path: "^src/", pathNot },
  };
}

function islands(folder) {
  return {
    name: `${folder}-islands`,
    comment: "Implementations of one contract do not know each other.",
    severity: "error",
    from: { path: `^src/${folder}/([^/]+)/`, pathNot: notTests },
    to: { path: `^src/${folder}/[^/]+/`, pathNot: `^src/${folder}/$1/` },
  };
}

/** The folders of the match engine, and what each may import of the others; what lies beside them is for all. */
const engineMayImport = {
  tables: [],
  terms: ["tables"],
  compile: ["tables", "terms"],
  sieve: ["tables", "terms", "compile"],
  judge: ["tables", "terms", "compile"],
};

/** The same of those who find persons, where nothing lies beside them that a folder may use. */
const peopleMayImport = {
  sounds: [],
  words: ["sounds"],
  names: ["sounds", "words"],
  reading: ["sounds", "words", "names"],
  evidence: ["sounds", "words", "names", "reading"],
  rules: ["sounds", "words", "names", "reading", "evidence"],
  candidates: ["sounds", "words", "names", "reading", "evidence", "rules"],
};

function innerRules(parent, table, beside) {
  return Object.entries(table).map(([folder, allowed]) => {
    const pathNot = [folder, ...allowed].map((name) => `^src/match/${parent}/${name}/`);
    return {
      name: `${parent}-${folder}-imports`,
      severity: "error",
      from: { path: `^src/match/${parent}/${folder}/`, pathNot: notTests },
      to: { path: `^src/match/${parent}/${beside}`, pathNot },
    };
  });
}

const pure = "^src/(core|text|match|decide)/";

export default {
  forbidden: [
    ...Object.entries(mayImport).map(folderRule),
    ...innerRules("engine", engineMayImport, "[^/]+/"),
    ...innerRules("people", peopleMayImport, ""),
    islands("notify"),
    islands("queue"),
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-tests-in-src",
      severity: "error",
      from: { path: "^src/", pathNot: notTests },
      to: { path: "^(test|bench)/" },
    },
    {
      name: "no-dev-dependency-in-src",
      severity: "error",
      from: { path: "^src/", pathNot: notTests },
      to: { dependencyTypes: ["npm-dev"] },
    },
    {
      name: "pure-folders-do-no-io",
      severity: "error",
      from: { path: pure, pathNot: notTests },
      to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" },
    },
    {
      name: "known-folders-only",
      severity: "error",
      from: { path: "^src/", pathNot: `^src/(${Object.keys(mayImport).join("|")})/` },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { conditionNames: ["import", "node", "types"], exportsFields: ["exports"] },
  },
};
