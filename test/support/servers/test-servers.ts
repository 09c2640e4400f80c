import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needProgram } from "./debian-packages.ts";
import { freePort } from "./free-port.ts";
import { startServer } from "./server-process.ts";

/** A real server for tests; `stop` ends it where it was started here and does nothing to one from the environment. */
export interface TestServer {
  url: string;
  stop: () => Promise<void>;
}

function fromEnvironment(name: string): TestServer | null {
  const url = process.env[name] ?? "";
  return url === "" ? null : { url, stop: () => Promise.resolve() };
}

/** A private Redis; give the port of an earlier one to start it again where its clients look for it. */
export async function startRedis(wantedPort?: number): Promise<TestServer & { port: number }> {
  const file = await needProgram({
    names: ["redis-server"],
    debianPackage: "redis-server",
    instead: "TEST_REDIS_URL to the address of a Redis",
  });
  const port = wantedPort ?? (await freePort());
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-redis-"));
  const options = {
    port,
    bind: "127.0.0.1",
    dir: folder,
    save: "",
    appendonly: "no",
    "maxmemory-policy": "noeviction",
  };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const stop = await startServer({ file, args, folder, user: {}, stopSignal: "SIGTERM" });
  return { url: `redis://127.0.0.1:${port}`, port, stop };
}

/** `TEST_REDIS_URL`, else a private Redis. */
export async function provideRedis(): Promise<TestServer> {
  return fromEnvironment("TEST_REDIS_URL") ?? (await startRedis());
}

/** PostgreSQL refuses to run as root; Debian's package brings the user `postgres`. */
function postgresUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  function idOf(flag: string): number {
    return Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  }
  return { uid: idOf("-u"), gid: idOf("-g") };
}

/** A private PostgreSQL without fsync: quick to start, its speed is nobody's measure. */
async function startPostgres(): Promise<TestServer> {
  const debian = { debianPackage: "postgresql", instead: "TEST_POSTGRES_URL to the address of a PostgreSQL superuser" };
  const initdb = await needProgram({ names: ["initdb"], ...debian });
  const file = await needProgram({ names: ["postgres"], ...debian });
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-postgres-"));
  const user = postgresUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);

  const data = join(folder, "data");
  const cluster = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"];
  execFileSync(initdb, cluster, { ...user, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  const settings = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"];
  const args = ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder];
  for (const setting of settings) args.push("-c", setting);
  const stop = await startServer({ file, args, folder, user, stopSignal: "SIGINT" });
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, stop };
}

/** `TEST_POSTGRES_URL` (a superuser's, databases are made and dropped through it), else a private PostgreSQL. */
export async function providePostgres(): Promise<TestServer> {
  return fromEnvironment("TEST_POSTGRES_URL") ?? (await startPostgres());
}

/** `TEST_CHROMIUM`, else the machine's Chromium: a path for playwright-core. */
export async function provideChromium(): Promise<string> {
  const given = process.env["TEST_CHROMIUM"] ?? "";
  if (given !== "") return given;
  return needProgram({
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    debianPackage: "chromium",
    instead: "TEST_CHROMIUM to the path of a Chromium",
  });
}
