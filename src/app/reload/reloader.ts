import type { LoadOptions } from "../../config/load-config.ts";
import type { Refused, ReloadAnswer } from "../../web/reload-answer.ts";
import { activateConfig, settleConfig } from "../introduce-config.ts";
import type { SecretParts } from "../open-secret-parts.ts";
import type { Lasting, Parts } from "../parts.ts";
import { createWebApps, type WebApps } from "../serve-web.ts";
import { startWork, type Work } from "../start-work.ts";
import { toStoredBody } from "../stored-body.ts";
import { loadInThread, type LoadedInThread } from "../threads/load-in-thread.ts";
import type { MatchEngine } from "../threads/match-thread.ts";
import { markRead } from "./mark-sources.ts";
import { joinCalls } from "./join-calls.ts";
import { keepFixed } from "./keep-fixed.ts";
import { prepareReload, type PreparedConfig } from "./prepare-reload.ts";
import { nothingWorks, tellRefusal, tellSame, tellTaken } from "./tell-reload.ts";

/** One configuration at work. */
export interface Generation {
  parts: Parts;
  secretParts: SecretParts;
  work: Work;
  apps: WebApps;
}

/** Why files are read again; the first of them goes before the others. */
type Wish =
  /** Somebody wants it: secrets may have changed, too. */
  | { kind: "asked" }
  /** They have changed; what they say may be the same. */
  | { kind: "changed" }
  /** Another process works by the configuration with this hash. */
  | { kind: "follow"; hash: string };

const RANK = { asked: 2, changed: 1, follow: 0 } as const;

/**
 * The configuration by which a program works, and how another takes its place: everything that can go wrong is tried
 * while the old one works, then its jobs end, the match thread swaps its rules, and the same parts start by the new one
 * (ADR 11). All or nothing.
 */
export class Reloader {
  readonly #lasting: Lasting;
  readonly #engine: MatchEngine | null;
  readonly #stopping = new AbortController();
  readonly #inTurn = joinCalls(() => this.#reload());
  readonly #ended: Promise<ReloadAnswer>;
  /** Of those who wait for the next time; null: of nobody. */
  #wish: Wish | null = null;
  #sources: readonly string[];
  #taken = "";
  #current: Generation | null = null;
  /** False from when its jobs end until those of the next one, or its own, have started. */
  #isWorking = false;
  /** From one configuration to the next: it ends before the program does. */
  #between: Promise<unknown> = Promise.resolve();

  /**
   * @param engine null: this process does not match
   * @param sources of the first configuration
   */
  constructor(lasting: Lasting, engine: MatchEngine | null, sources: readonly string[]) {
    this.#lasting = lasting;
    this.#engine = engine;
    this.#sources = sources;
    this.#ended = new Promise((resolve) => {
      this.#stopping.signal.addEventListener("abort", () => resolve(STOPPING));
    });
  }

  /** What works now. @throws Error before `start` */
  get current(): Generation {
    if (this.#current === null) throw new Error("no configuration works yet");
    return this.#current;
  }

  /** What was read last, also where it was refused. */
  get sources(): readonly string[] {
    return this.#sources;
  }

  /** What they looked like then, as `markRead` has it. */
  get taken(): string {
    return this.#taken;
  }

  /** Begins to work by the first configuration. @param readSince when its files were begun to be read, epoch milliseconds */
  async start(parts: Parts, secretParts: SecretParts, readSince: number): Promise<void> {
    this.#taken = await markRead(this.#sources, readSince);
    await this.#start(parts, secretParts);
  }

  async #start(parts: Parts, secretParts: SecretParts): Promise<void> {
    const apps = createWebApps(parts, secretParts, () => this.reload());
    this.#current = { parts, secretParts, apps, work: await startWork(parts, secretParts, this.#engine) };
    this.#isWorking = true;
  }

  /** Takes over the files as they are now; who asks while one is taken over waits for the next. Never rejects. */
  reload(): Promise<ReloadAnswer> {
    return this.#want({ kind: "asked" });
  }

  /** The same for files that have changed, unless they say what they said. */
  readAgain(): Promise<ReloadAnswer> {
    return this.#want({ kind: "changed" });
  }

  /** The same if the files are the configuration with this hash; else nothing is changed, nor told. */
  follow(hash: string): Promise<ReloadAnswer> {
    return this.#want({ kind: "follow", hash });
  }

  /** Nothing is taken over any more; who waits for it is answered at once. */
  end(): void {
    this.#stopping.abort(new Error(STOPPING.message));
  }

  /** Ends all work; what is between two configurations is finished before. */
  async stop(): Promise<void> {
    this.end();
    await this.#between.catch(() => undefined);
    await this.#current?.work.stop();
    await this.#current?.secretParts.close();
  }

  #want(wish: Wish): Promise<ReloadAnswer> {
    if (this.#wish === null || RANK[wish.kind] >= RANK[this.#wish.kind]) this.#wish = wish;
    return Promise.race([this.#inTurn(), this.#ended]);
  }

  async #reload(): Promise<ReloadAnswer> {
    const { signal } = this.#stopping;
    const wish: Wish = this.#wish ?? { kind: "asked" };
    this.#wish = null;
    const running = this.current.parts;
    const { config, env } = running.options;
    const { sources, taken } = this;
    try {
      const read = await this.#load({ folder: config.folder, env });
      const { loaded } = read;
      const hash = loaded.kind === "valid" ? loaded.config.hash : null;
      if (wish.kind === "follow" && hash !== wish.hash) {
        // Whoever looks at the files has still to find them changed.
        [this.#sources, this.#taken] = [sources, taken];
        return NOT_THAT_ONE;
      }
      if (wish.kind === "changed" && loaded.kind === "valid" && hash === config.hash && this.#isWorking)
        return await tellSame(running, keepFixed(loaded.config, config).needsRestart);
      const prepared = await prepareReload(this.#lasting, { running, read, engine: this.#engine });
      if (signal.aborted) {
        await prepared.secretParts.close();
        return STOPPING;
      }
      this.#between = this.#takeOver(prepared, wish);
      await this.#between;
      return await tellTaken(prepared, signal);
    } catch (error) {
      return signal.aborted ? STOPPING : tellRefusal(this.current.parts, error);
    }
  }

  async #load(options: LoadOptions): Promise<LoadedInThread> {
    const since = this.#lasting.now();
    try {
      const read = await loadInThread(options, this.#stopping.signal);
      this.#sources = read.loaded.sources;
      return read;
    } finally {
      this.#taken = await markRead(this.#sources, since);
    }
  }

  /** What a process follows is the active configuration already. */
  async #takeOver(
    { parts, body, secretParts, rules, changes: { feeds } }: PreparedConfig,
    { kind }: Wish,
  ): Promise<void> {
    const before = this.current;
    const newFeeds = feeds.added.length + feeds.changed.length;
    const undo = { isActivated: false, isSwapped: false };
    this.#isWorking = false;
    try {
      await before.work.stop();
      undo.isActivated = kind !== "follow";
      if (undo.isActivated) await activateConfig(parts, { body, newFeeds });
      await settleConfig(parts, secretParts);
      await rules?.swap();
      undo.isSwapped = rules !== null;
      await this.#start(parts, secretParts);
    } catch (error) {
      await secretParts.close();
      await this.#goBack(before, undo).catch((second: unknown) => {
        throw nothingWorks(error, second);
      });
      throw error;
    }
    await before.secretParts.close();
  }

  /** Also half an activation is taken back: a store that is gone takes the old configuration at the next start. */
  async #goBack(before: Generation, { isActivated, isSwapped }: Record<"isActivated" | "isSwapped", boolean>) {
    const { parts, secretParts } = before;
    if (isActivated) await activateAgain(parts).catch(() => undefined);
    if (isSwapped && this.#engine !== null) await (await this.#engine.prepare(parts.options.config.rules)).swap();
    await this.#start(parts, secretParts);
  }
}

function activateAgain(parts: Parts): Promise<void> {
  return activateConfig(parts, { body: toStoredBody(parts.options.config), newFeeds: 0 });
}

function failed(message: string): Refused {
  return { kind: "refused", reason: "failed", message, problems: [] };
}

const NOT_THAT_ONE = failed("the files here are not the configuration that another process works by");
const STOPPING = failed("wirewatch is stopping");
