import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SEEDS = fileURLToPath(new URL("../../seeds", import.meta.url));

/** Where the demo's parts listen. */
export interface DemoPlaces {
  feedsUrl: string;
  slackUrl: string;
  smtpUrl: string;
}

/** The token that the demo's Slack-shaped sink takes; nothing outside the demo knows it. */
export const DEMO_ENV = { DEMO_SLACK_TOKEN: "xoxb-demo" };

/**
 * Writes the demo's configuration: the watches, lists and people of `seeds/`, three local feeds, a Slack channel and
 * a digest. Everything is below `folder`.
 */
export async function writeDemoConfig(folder: string, places: DemoPlaces): Promise<string> {
  const configFolder = join(folder, "config");
  await mkdir(configFolder, { recursive: true });
  await writeFile(join(configFolder, "wirewatch.yaml"), toYaml(places));
  return configFolder;
}

function toYaml({ feedsUrl, slackUrl, smtpUrl }: DemoPlaces): string {
  return `timezone: UTC
store: sqlite:../wirewatch.db
http: {listen: "127.0.0.1:0"}
fetch: {contact: demo, allow_private: [127.0.0.1], min_interval: 1s, per_host: {in_flight: 3, gap: 0s}}
operators: {page: [screen], notice: [screen]}
include: [${SEEDS}/lists/*.yaml, ${SEEDS}/people/*.yaml, ${SEEDS}/watches/*.yaml]
feeds:
  - {id: demo-wire, url: "${feedsUrl}/wire.rss", kind: wire, lang: en, tags: [world], every: 1s}
  - {id: demo-persian, url: "${feedsUrl}/persian.atom", kind: independent, lang: fa, tags: [world], every: 1s}
  - {id: demo-aggregator, url: "${feedsUrl}/aggregator.json", kind: aggregator, lang: en, tags: [world], every: 1s}
channels:
  foreign-desk:
    slack: {channel: C0DEMO, token: {env: DEMO_SLACK_TOKEN}, api_url: "${slackUrl}", mention: {urgent: "<!here>"}}
    takes: {owner: [foreign-desk]}
  research-digest:
    email: {to: [research@newsroom.example], from: wirewatch@newsroom.example, smtp: "${smtpUrl}"}
    takes: {}
    digest: {every: 20s, empty: skip}
  screen:
    email: {to: [operators@newsroom.example], from: wirewatch@newsroom.example, smtp: "${smtpUrl}"}
`;
}
