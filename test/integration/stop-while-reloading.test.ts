import { join } from "node:path";
import { expect, it } from "vitest";
import { startFromFolder } from "../../src/app/start-from-folder.ts";
import { writeFiles } from "../support/daemon/desk-config.ts";

it("whoever waits for a reload when the daemon stops is told so", async () => {
  const root = await writeFiles({
    "desk/wirewatch.yaml": `http: {listen: "127.0.0.1:0"}
watches: [{id: defection, title: Leaving, match: defects, notify: [desk]}]
channels: {desk: {console: {}}}
`,
  });
  const daemon = await startFromFolder(join(root, "desk"), { WIREWATCH_LOG_LEVEL: "silent" });
  const address = daemon.web?.http ?? "";
  const headers = { "x-wirewatch-reload": "1" };
  const asked = fetch(`${address}/-/reload`, { method: "POST", headers });
  // Asked later and answered: the other request has arrived.
  await fetch(`${address}/-/healthy`);
  await daemon.stop();
  const answer = await asked;
  expect([answer.status, await answer.json()]).toEqual([
    422,
    { kind: "refused", reason: "failed", message: "wirewatch is stopping", problems: [] },
  ]);
});
