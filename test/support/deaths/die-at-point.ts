import { subscribe } from "node:diagnostics_channel";
import { appendFileSync, closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isMainThread } from "node:worker_threads";
import { Queue } from "bullmq";
import SmtpConnection from "nodemailer/lib/smtp-connection";
import { Client } from "pg";
import * as z from "zod";

/**
 * Loaded into a process before the program (`node --import`), it makes the process die at a named instant: right before
 * or right after the n-th write to the store of its kind, request, mail or new job. Processes that are given one folder
 * share it: `armed` names the point, `points` keeps what was passed, and whoever reaches the point first makes `died`.
 */
const FOLDER = process.env["CRASH_FOLDER"] ?? "";
const WHO = process.env["CRASH_WHO"] ?? "";
/** Names of receivers by the origin of their address. */
const RECEIVERS = new Map<string, string>(Object.entries(JSON.parse(process.env["CRASH_RECEIVERS"] ?? "{}")));
const [ARMED, POINTS, DIED] = ["armed", "points", "died"].map((name) => join(FOLDER, name));

/** Tells that an instant was reached, and dies there if it is the one that is armed. */
function pass(what: string): void {
  if (ARMED === undefined || POINTS === undefined || DIED === undefined || !existsSync(ARMED)) return;
  const kind = `${WHO} ${what}`;
  appendFileSync(POINTS, `${kind}\n`);
  const passed = readFileSync(POINTS, "utf8").split("\n");
  const point = `${kind} #${passed.filter((line) => line === kind).length}`;
  if (readFileSync(ARMED, "utf8") !== point) return;
  try {
    closeSync(openSync(DIED, "wx"));
  } catch {
    return;
  }
  process.kill(process.pid, "SIGKILL");
}

const WRITE = /\b(insert into|update|delete from) "(\w+)"(?: set "(\w+)")?/;

/** A write by its table and first column, a commit by the writes that it makes last; undefined: only a question. */
function nameWrite(sql: string, pending: string[]): string | undefined {
  if (sql === "begin" || sql === "rollback") pending.length = 0;
  if (sql === "commit") return pending.length === 0 ? undefined : `commit of ${pending.splice(0).join(", ")}`;
  const [, verb, table, column] = WRITE.exec(sql) ?? [];
  if (verb === undefined || table === undefined) return undefined;
  const name = column === undefined ? `${verb} ${table}` : `${verb} ${table}.${column}`;
  if (!pending.includes(name)) pending.push(name);
  return name;
}

function watchStore(): void {
  const pendings = new WeakMap<object, string[]>();
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own client
  const query: (this: Client, ...given: unknown[]) => unknown = Client.prototype.query;
  function watched(this: Client, ...given: unknown[]): unknown {
    const pending = pendings.get(this) ?? [];
    pendings.set(this, pending);
    const [sql] = given;
    const write = typeof sql === "string" ? nameWrite(sql, pending) : undefined;
    if (write === undefined) return Reflect.apply(query, this, given);
    pass(`before ${write}`);
    return Promise.resolve(Reflect.apply(query, this, given)).finally(() => pass(`after ${write}`));
  }
  Object.assign(Client.prototype, { query: watched });
}

const Asked = z.object({
  request: z.object({
    method: z.string(),
    path: z.string(),
    origin: z.coerce.string().transform((url) => new URL(url).origin),
  }),
});

/** Both undici of the program and that of Node tell what they do on these channels. */
function watchRequests(): void {
  function nameRequest(message: unknown): string {
    const { request } = Asked.parse(message);
    const receiver = RECEIVERS.get(request.origin) ?? "feed";
    return `request to ${receiver}: ${request.method} ${request.path.split("?")[0]}`;
  }
  subscribe("undici:client:sendHeaders", (message) => pass(`before ${nameRequest(message)}`));
  subscribe("undici:request:headers", (message) => pass(`after ${nameRequest(message)}`));
}

function watchMails(): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own connection
  const { send } = SmtpConnection.prototype;
  SmtpConnection.prototype.send = function watched(envelope, message, done) {
    pass("before mail");
    send.call(this, envelope, message, (error, info) => {
      pass("after mail");
      done(error, info);
    });
  };
}

function watchJobs(): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is called with its own queue
  const { add } = Queue.prototype;
  Queue.prototype.add = async function watched(name, data, options) {
    pass(`before job ${name}`);
    const job = await add.call(this, name, data, options);
    pass(`after job ${name}`);
    return job;
  };
}

if (isMainThread && FOLDER !== "") {
  watchStore();
  watchRequests();
  watchMails();
  watchJobs();
}
