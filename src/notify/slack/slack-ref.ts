/** Slack's name of a message, as the ledger keeps it: channel and timestamp. */
export interface SlackMessageName {
  channel: string;
  ts: string;
}

export function writeRef({ channel, ts }: SlackMessageName): string {
  return `${channel}/${ts}`;
}

/** @throws when the text names no message */
export function readRef(ref: string): SlackMessageName {
  const [channel, ts] = ref.split("/");
  if (channel === undefined || ts === undefined) throw new Error(`"${ref}" names no Slack message`);
  return { channel, ts };
}
