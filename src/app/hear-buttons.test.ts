import { expect, it } from "vitest";
import { loadFiles } from "../../test/support/daemon/config-files.ts";
import { readButtonApps } from "./hear-buttons.ts";
import { createLogger } from "../telemetry/logger.ts";

it("an app is listened to for its channels that alert, not for one that collects", async () => {
  const slack = "slack: {channel: C1, token: {env: BOT}, app_token: {env: APP}}";
  const loaded = await loadFiles({
    "wirewatch.yaml": `channels:\n  desk: {${slack}}\n  research: {${slack}, digest: {every: 1h}}\n  later: {${slack.replace("APP", "OTHER")}, digest: {every: 1h}}\n`,
  });
  if (loaded.kind !== "valid") throw new Error(JSON.stringify(loaded.problems));
  const apps = readButtonApps({
    config: loaded.config,
    env: { BOT: "xoxb-1", APP: "xapp-1" },
    roles: ["deliver"],
    mode: "service",
    log: createLogger("silent"),
  });
  expect(apps?.map(({ members }) => members.map(({ id }) => id))).toEqual([["desk"]]);
});
