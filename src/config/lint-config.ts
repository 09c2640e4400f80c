import { takesWatch } from "../decide/options.ts";
import { TRANSPORTS, type ChannelOptions, type WatchOptions } from "./config-schema.ts";
import { lintAddresses } from "./lint-addresses.ts";
import { lintRetention } from "./keep-told.ts";
import { lintSecrets } from "./lint-secrets.ts";
import { keyPlaceIn, placeIn } from "./origin.ts";
import type { Entry, Sections } from "./sections.ts";
import type { Finding } from "./source.ts";
import { testsOf } from "./tests-of.ts";
import { mayDefine, type YamlFile } from "./yaml-file.ts";

/**
 * What may be meant, but is seldom wanted, in one place alone: told by `check`, an error only under `--strict`.
 * @param broken files that could not be read: what they speak of may be defined in them
 */
export function lintEntries(sections: Sections, env: NodeJS.ProcessEnv, broken: readonly YamlFile[]): Finding[] {
  return [
    ...lintTests(sections, broken),
    ...lintSecrets(sections, env),
    ...sections.channels.entries.flatMap(lintAddresses),
  ];
}

/** The same for how entries fit together, which needs all of them: files that could not be read hide some. */
export function lintWhole(sections: Sections): Finding[] {
  return [
    ...sections.watches.entries.flatMap((watch) => [...lintReach(watch, sections), ...lintEscalation(watch, sections)]),
    ...lintChannels(sections),
    ...sections.channels.entries.flatMap(lintRestraint),
    ...lintOperators(sections),
    ...lintNoOperators(sections),
    ...lintRetention(sections),
  ];
}

type Lint = Pick<Finding, "code" | "place" | "message" | "remedy">;

function lint(found: Lint): Finding {
  return { severity: "lint", ...found };
}

function lintTests(sections: Sections, broken: readonly YamlFile[]): Finding[] {
  const tested = new Set(testsOf(sections).map(({ id }) => id));
  return sections.watches.entries.flatMap(({ id, value, origin, intact }) => {
    if (!intact || value.status === "off" || tested.has(id)) return [];
    if (mayDefine(broken, `${id}:`)) return [];
    const place = placeIn(origin, ["id"]);
    const remedy = "add tests: with one item that must match and one that must stay quiet";
    return [lint({ code: "watch-without-test", place, message: `watch "${id}" has no test`, remedy })];
  });
}

function lintReach({ id, value, origin, intact }: Entry<WatchOptions>, { channels }: Sections): Finding[] {
  if (!intact || value.status === "off") return [];
  const findings: Finding[] = [];
  const place = placeIn(origin, ["id"]);
  const told = channels.entries.filter((channel) => hears(channel, value));
  if (told.length === 0 && value.notify.length === 0) {
    const remedy = "add notify: with the channels that are told, or takes: to a channel";
    findings.push(lint({ code: "watch-without-channel", place, message: `watch "${id}" tells no channel`, remedy }));
  }
  findings.push(...lintLow({ id, value, origin }, told));
  const escalated = channels.entries.filter((channel) => value.escalate?.to.includes(channel.id));
  const reached = [...told, ...escalated];
  const isKnown = told.length > 0 && reached.every((channel) => channel.intact);
  if (value.severity === "urgent" && value.status === "live" && isKnown && !reached.some(canWake)) {
    const message = `watch "${id}" is urgent, but tells no channel that can wake a person: only digests, the console, or quiet hours without except`;
    const remedy =
      "name a chat, push, mail or webhook channel that collects no digest in its notify, or in its escalate";
    findings.push(lint({ code: "urgent-without-alert", place: placeIn(origin, ["notify"]), message, remedy }));
  }
  return findings;
}

/** What is of low severity is never told alone, and so by nobody where nobody collects it. */
function lintLow(
  { id, value, origin }: Pick<Entry<WatchOptions>, "id" | "value" | "origin">,
  told: readonly Entry<ChannelOptions>[],
): Finding[] {
  const isCollected = told.some((channel) => !channel.intact || channel.value.digest !== undefined);
  if (value.severity !== "low" || value.status !== "live" || told.length === 0 || isCollected) return [];
  const message = `watch "${id}" is of low severity, and tells no channel with digest: nothing of it is ever told`;
  const remedy = "add a channel with digest: to its notify:, or write severity: normal";
  return [lint({ code: "low-without-digest", place: placeIn(origin, ["notify"]), message, remedy })];
}

/** Whether an urgent alert may make a noise there, at night, too. Mail may go to a phone. */
function canWake({ value }: Entry<ChannelOptions>): boolean {
  const { digest, quiet_hours: quiet, console: screen } = value;
  return digest === undefined && screen === undefined && (quiet === undefined || quiet.except.includes("urgent"));
}

function lintEscalation({ id, value, origin }: Entry<WatchOptions>, { channels }: Sections): Finding[] {
  const { escalate, severity } = value;
  if (escalate === undefined) return [];
  const findings: Finding[] = [];
  if (severity !== "urgent") {
    const message = `watch "${id}" escalates, but is not urgent: nothing of it is escalated`;
    const place = placeIn(origin, ["escalate"]);
    findings.push(
      lint({ code: "escalate-not-urgent", place, message, remedy: "write severity: urgent, or remove it" }),
    );
  }
  for (const [index, channelId] of escalate.to.entries()) {
    const channel = channels.entries.find((entry) => entry.id === channelId);
    if (channel?.value.digest === undefined) continue;
    const message = `watch "${id}" escalates to "${channelId}", which collects digests`;
    const place = placeIn(origin, ["escalate", "to", index]);
    findings.push(
      lint({ code: "escalate-to-digest", place, message, remedy: "name a channel that collects no digest" }),
    );
  }
  return findings;
}

function hears({ id, value: { takes } }: Entry<ChannelOptions>, watch: WatchOptions): boolean {
  return (
    watch.notify.includes(id) || (takes !== undefined && takesWatch(takes, { ...watch, owner: watch.owner ?? null }))
  );
}

function lintChannels({ channels, watches, settings }: Sections): Finding[] {
  const named = watches.entries.flatMap(({ value }) => [value.trial_channel ?? [], value.escalate?.to ?? []].flat());
  const operating = new Set([...settings.operators.page, ...settings.operators.notice, ...named]);
  if (settings.trial_channel !== undefined) operating.add(settings.trial_channel);
  return channels.entries.flatMap((channel) => {
    const { id, origin } = channel;
    if (operating.has(id) || watches.entries.some(({ value }) => hears(channel, value))) return [];
    const message = `channel "${id}" is told by no watch and no operators`;
    return [
      lint({
        code: "unused-channel",
        place: keyPlaceIn(origin, []),
        message,
        remedy: "name it under notify:, give it takes: or remove it",
      }),
    ];
  });
}

function lintRestraint({ id, value, origin }: Entry<ChannelOptions>): Finding[] {
  if (value.digest === undefined) return [];
  const findings = (["quiet_hours", "at_most"] as const).flatMap((key) => {
    if (value[key] === undefined) return [];
    const message = `channel "${id}" collects digests: ${key} holds back alerts, and it gets none`;
    const place = placeIn(origin, [key]);
    return [lint({ code: "restraint-of-digest", place, message, remedy: `remove ${key}, or digest` })];
  });
  if (value.slack === undefined || !("app_token" in value.slack)) return findings;
  const message = `channel "${id}" collects digests: app_token puts buttons under alerts, and it gets none`;
  const place = placeIn(origin, ["slack", "app_token"]);
  return [...findings, lint({ code: "buttons-of-digest", place, message, remedy: "remove app_token, or digest" })];
}

/** An outage that stops the alerts must not stop the news of the outage. */
function lintOperators({ channels, watches, settings, settingOrigins }: Sections): Finding[] {
  const origin = settingOrigins.get("operators");
  function providers(ids: readonly string[]): Set<string> {
    return new Set(channels.entries.filter(({ id }) => ids.includes(id)).map(({ value }) => providerOf(value)));
  }
  const immediate = channels.entries.filter(({ value }) => value.digest === undefined);
  const alerted = immediate.filter((channel) => watches.entries.some(({ value }) => hears(channel, value)));
  const alerting = providers(alerted.map(({ id }) => id));
  const operating = providers([...settings.operators.page, ...settings.operators.notice]);
  const [only] = operating;
  if (origin === undefined || operating.size !== 1 || only === undefined || only === "console" || !alerting.has(only))
    return [];
  const message = `operators are told only through ${only}, which also carries the alerts: its outage would go unnoticed`;
  const remedy = "name a channel of another kind as well, in page or notice of operators";
  return [lint({ code: "operators-one-provider", place: keyPlaceIn(origin, []), message, remedy })];
}

/** A desk that is told elsewhere than on a terminal has nobody before it who sees in the log that nothing comes any more. */
function lintNoOperators({ channels, watches, settings }: Sections): Finding[] {
  if (settings.operators.page.length + settings.operators.notice.length > 0) return [];
  const live = watches.entries.filter(({ value }) => value.status === "live");
  const desk = channels.entries.find((channel) => {
    return channel.value.console === undefined && live.some(({ value }) => hears(channel, value));
  });
  if (desk === undefined) return [];
  const message = `channel "${desk.id}" tells a desk, and nobody is told when feeds or channels fail: operators names no channel`;
  const remedy = "name a channel, of another kind if there is one, in page and notice of operators";
  return [lint({ code: "no-operators", place: keyPlaceIn(desk.origin, []), message, remedy })];
}

function providerOf(channel: ChannelOptions): string {
  if (channel.webhook !== undefined) return new URL(channel.webhook.url).host;
  return TRANSPORTS.find((kind) => channel[kind] !== undefined) ?? "";
}
