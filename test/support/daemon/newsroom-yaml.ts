/** Secrets of the channels of `newsroomYaml`. */
export const NEWSROOM_ENV = { SLACK_TOKEN: "xoxb-trial", HOOK_SECRET: "trial-secret" } as const;

interface Newsroom {
  store: string;
  queue: string;
  feeds: readonly { id: string; url: string }[];
  /** How often each of them is asked, as YAML has it. */
  every: string;
  /** Of Slack for `desk`, of Slack for `world`, of a webhook and of a mail server. */
  urls: Readonly<Record<"desk" | "world" | "hook" | "smtp", string>>;
  /** Channels that are mailed each match at once. */
  mailed: readonly string[];
  /** How often `research` has an edition. */
  digestEvery: string;
}

/**
 * A configuration whose only watch tells `desk`, `world`, `hook` and the mailed channels at once, and `research` in
 * editions; `ops` hears of trouble. The mail address of a channel begins with its id.
 */
export function newsroomYaml({ store, queue, feeds, every, urls, mailed, digestEvery }: Newsroom): string {
  function slack(channel: string, url: string): string {
    return `slack: {channel: ${channel}, token: {env: SLACK_TOKEN}, api_url: "${url}"}`;
  }
  function email(name: string): string {
    return `email: {to: [${name}@newsroom.example], from: wirewatch@newsroom.example, smtp: "${urls.smtp}"}`;
  }
  const told = ["desk", "world", "hook", ...mailed, "research"];
  return `timezone: UTC
store: ${store}
queue: ${queue}
http: {listen: "127.0.0.1:0"}
fetch: {contact: test, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 4, gap: 0s}}
operators: {page: [ops], notice: [ops]}
defaults: {channels: {rate: {every: 0s, burst: 50}}}
feeds:
${feeds.map(({ id, url }) => `  - {id: ${id}, url: "${url}", kind: wire, lang: en, every: ${every}}`).join("\n")}
watches:
  - {id: defection, title: Diplomats who leave, match: defect* AND diplomat*, severity: urgent, notify: [${told.join(", ")}]}
channels:
  desk: {${slack("C0DESK", urls.desk)}}
  world: {${slack("C0WORLD", urls.world)}}
  hook: {webhook: {url: "${urls.hook}", secret: {env: HOOK_SECRET}}}
${mailed.map((name) => `  ${name}: {${email(name)}}\n`).join("")}  research: {${email("research")}, digest: {every: ${digestEvery}, empty: skip}}
  ops: {${email("ops")}}
`;
}
