import type { SinkMail } from "./sinks/mail-sink.ts";
import type { SlackMessage } from "./sinks/slack-workspace.ts";
import { DEMO_ITEMS, EXPECTED_ALERTS, type DemoItem } from "./script.ts";

/** What the demo's receivers got. */
export interface Received {
  messages: readonly SlackMessage[];
  mails: readonly SinkMail[];
}

/** All text of a message as its reader sees it: Slack shows the pieces of a line without anything between. */
function textOf({ text, blocks }: SlackMessage): string {
  const pieces: string[] = [];
  JSON.stringify(blocks, (key, value: unknown) => {
    if (key === "text" && typeof value === "string") pieces.push(value);
    return value;
  });
  return `${text}\n${pieces.join("")}`;
}

/** The alert about an item: its fallback text leads with the headline. */
export function alertsAbout(item: DemoItem, messages: readonly SlackMessage[]): readonly SlackMessage[] {
  return messages.filter((message) => message.text.includes(item.title));
}

function digestsOf(mails: readonly SinkMail[]): readonly SinkMail[] {
  return mails.filter((mail) => mail.recipients.includes("research@newsroom.example"));
}

/** Whether every expected alert and every expected digest entry has arrived. */
export function isComplete({ messages, mails }: Received): boolean {
  const digests = digestsOf(mails);
  return EXPECTED_ALERTS.every(
    (item) => alertsAbout(item, messages).length > 0 && digests.some((mail) => tells(mail, item)),
  );
}

function tells(mail: SinkMail, item: DemoItem): boolean {
  return [mail.text, mail.html].every((part) => part?.includes(item.link));
}

/** What differs from the script: missing, doubled and unexpected messages, each in one sentence; empty: all is well. */
export function judge({ messages, mails }: Received): readonly string[] {
  const digests = digestsOf(mails);
  const complaints = EXPECTED_ALERTS.flatMap((item) => judgeAlert(item, messages));
  for (const item of EXPECTED_ALERTS) {
    const times = digests.filter((mail) => tells(mail, item)).length;
    // A copy that comes after an edition continues the story in the next one.
    const most = 1 + DEMO_ITEMS.filter((other) => isCopyOf(item, other)).length;
    if (times < 1 || times > most) complaints.push(`"${item.title}" stands in ${times} digests`);
  }
  const expected = new Set(EXPECTED_ALERTS.flatMap((item) => alertsAbout(item, messages)));
  const threads = new Set(Array.from(expected, ({ ts }) => ts));
  for (const message of messages) {
    // What a thread adds to an expected alert, such as how many outlets report it, is no alert of its own.
    if (!expected.has(message) && !threads.has(message.threadTs ?? ""))
      complaints.push(`the desk heard something it should not: ${message.text.slice(0, 120)}`);
  }
  for (const item of DEMO_ITEMS.filter((candidate) => candidate.expect === null && !isCopy(candidate))) {
    if (alertsAbout(item, messages).length > 0) complaints.push(`"${item.title}" should have stayed quiet`);
  }
  return complaints;
}

/** A copy of an expected item stands in the same story and may be named with it. */
function isCopy(item: DemoItem): boolean {
  return EXPECTED_ALERTS.some((other) => isCopyOf(other, item));
}

function isCopyOf(original: DemoItem, item: DemoItem): boolean {
  return item !== original && item.link.startsWith(original.link);
}

function judgeAlert(item: DemoItem, messages: readonly SlackMessage[]): string[] {
  const [alert, ...more] = alertsAbout(item, messages);
  if (alert === undefined) return [`the desk never heard of "${item.title}"`];
  const text = textOf(alert);
  const wanted = [...(item.expect?.watches ?? []), ...(item.expect?.people ?? []), item.expect?.evidence ?? ""];
  const missing = wanted.filter((words) => !text.includes(words));
  return [
    ...more.map(() => `the desk heard twice of "${item.title}"`),
    ...missing.map((words) => `the alert about "${item.title}" does not name ${words}`),
  ];
}
