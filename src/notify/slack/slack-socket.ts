import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../core/clock.ts";
import type { Secret } from "../../core/secret.ts";
import type { Logger } from "../../telemetry/logger.ts";
import { postJson } from "../post-json.ts";
import type { Hearing, Press, PressAnswer } from "../press.ts";
import { connectOnce, type Envelope } from "./connect-socket.ts";
import { readPress } from "./read-press.ts";
import { reconnectDelay } from "./reconnect-delay.ts";
import { renderSlackAnswer, type SlackAnswer } from "./render-slack-answer.ts";

export interface SlackSocketInput {
  appToken: Secret;
  apiUrl: string;
  /** The channels that it hears presses for, for the log. */
  channelIds: readonly string[];
  /** IANA zone of times where Slack cannot show the reader's own. */
  timezone: string;
  log: Logger;
  now: Clock;
  /** Does what the press asks for; called again when a press comes again. */
  answer: (press: Press) => Promise<PressAnswer>;
}

/** A connection by which Slack tells of presses, opened again whenever it ends. */
export interface SlackSocket {
  hearing(): Hearing;
  /** Takes no more presses, and waits for those at hand. */
  close(): Promise<void>;
}

/** Presses at hand when it closes have this long, ms. */
const CLOSE_MS = 5000;

/** Opens the connection of one app token, without waiting for it: messages go out whether there is one or not. */
export function openSlackSocket(input: SlackSocketInput): SlackSocket {
  const { log, now, channelIds } = input;
  const ending = new AbortController();
  const over = new AbortController();
  const atHand = new Set<Promise<void>>();
  let hearing: Hearing = { kind: "down", since: now(), refused: false, detail: null };

  function receive(envelope: Envelope): void {
    const work = handle(input, envelope, over.signal)
      .catch((error: unknown) => log.error({ channelIds, err: error }, "slack press not answered"))
      .finally(() => atHand.delete(work));
    atHand.add(work);
  }

  async function listen(): Promise<void> {
    let failures = 0;
    while (!ending.signal.aborted) {
      const end = await connectOnce({
        ...input,
        receive,
        signal: ending.signal,
        onReady: () => {
          failures = 0;
          hearing = { kind: "up", since: now() };
          log.info({ channelIds }, "slack listens to buttons");
        },
      });
      if (ending.signal.aborted) return;
      const { refused, detail } = end;
      if (!end.wasReady) failures += 1;
      hearing = { kind: "down", since: hearing.kind === "up" ? now() : hearing.since, refused, detail };
      log[end.wasReady ? "info" : "warn"]({ channelIds, detail }, "slack does not listen to buttons");
      await sleep(reconnectDelay(failures, end), undefined, { signal: ending.signal }).catch(() => undefined);
    }
  }

  const listening = listen();
  return {
    hearing: () => hearing,
    async close() {
      ending.abort();
      await listening;
      const patience = setTimeout(() => over.abort(), CLOSE_MS);
      await Promise.race([Promise.allSettled(atHand), once(over.signal, "abort")]);
      clearTimeout(patience);
      over.abort();
    },
  };
}

/** Slack wants to hear within 3 s that it came; what was pressed is done after that. */
async function handle(input: SlackSocketInput, { ack, type, body }: Envelope, signal: AbortSignal): Promise<void> {
  await ack().catch(() => input.log.debug({ channelIds: input.channelIds }, "slack was not told: it comes again"));
  if (type !== "interactive") return;
  const read = readPress(body, input.apiUrl);
  const answer = read.kind === "press" ? await carryOut(input, read.press) : ({ kind: "unreadable" } as const);
  const { log } = input;
  log.info({ ...(read.kind === "press" ? read.press : {}), outcome: answer.kind }, "slack button pressed");
  if (read.answerUrl !== null) await tell(input, read.answerUrl, answer, signal);
}

async function carryOut({ answer, log }: SlackSocketInput, press: Press): Promise<SlackAnswer> {
  try {
    return await answer(press);
  } catch (error) {
    log.error({ alertId: press.alertId, action: press.action, err: error }, "slack press failed");
    return { kind: "failed" };
  }
}

/** By the address that came with the press: it needs no scope, and whoever pressed sees it alone. */
async function tell(
  { timezone, log, now, channelIds }: SlackSocketInput,
  url: string,
  answer: SlackAnswer,
  signal: AbortSignal,
): Promise<void> {
  const post = renderSlackAnswer(answer, timezone);
  const body = JSON.stringify({ response_type: "ephemeral", replace_original: false, ...post });
  const taken = await postJson({ url, body, name: "Slack", now: now(), timeoutMs: undefined }, signal);
  if (taken.kind === "answered" && taken.status < 300) return;
  const detail = taken.kind === "answered" ? `HTTP ${taken.status}` : taken.detail;
  log.warn({ channelIds, detail }, "slack took no answer to a press");
}
