import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, inject, it, vi } from "vitest";
import { openPage } from "../support/servers/browser.ts";

interface Demo {
  child: ChildProcess;
  output: () => string;
  /** What stands in the folder for temporary files, which it has to itself. */
  leftovers: () => readonly string[];
}

const closing = new AsyncDisposableStack();

afterAll(() => closing.disposeAsync());

function startDemo(...flags: string[]): Demo {
  const folder = mkdtempSync(join(tmpdir(), "wirewatch-e2e-"));
  closing.defer(() => rmSync(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, ["bin/wirewatch.js", "demo", ...flags], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, TMPDIR: folder },
  });
  closing.defer(() => void child.kill("SIGKILL"));
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
  return { child, output: () => text, leftovers: () => readdirSync(folder) };
}

describe.concurrent("the demo", () => {
  it("ends by itself with exactly the expected alerts and digest, and leaves nothing behind", async () => {
    const { child, output, leftovers } = startDemo("--once");
    const [code] = await once(child, "exit");
    expect(output()).toContain("Exactly the expected alerts and digest arrived.");
    expect(code).toBe(0);
    expect(leftovers()).toEqual([]);
  });

  it("ends when nobody reads its output any more, and leaves nothing behind", async () => {
    const { child, output, leftovers } = startDemo();
    await vi.waitFor(() => expect(output()).toContain("Watch it on"), { timeout: 20_000 });
    child.stdout?.destroy();
    const [code] = await once(child, "exit");
    expect({ code, leftovers: leftovers() }).toEqual({ code: 0, leftovers: [] });
  });

  it("shows the alert, its evidence and the digest on its page, and ends on SIGINT", async () => {
    const { child, output, leftovers } = startDemo();
    const url = await vi.waitFor(
      () => {
        const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output())?.[0];
        expect(found).toBeDefined();
        return found ?? "";
      },
      { timeout: 20_000 },
    );
    await using browser = await openPage(inject("chromiumPath"), { width: 1280, height: 900 });
    await browser.page.goto(url);
    const slack = browser.page.locator("#messages");
    await slack.getByText("Alireza Jeyrani Hokmabad").first().waitFor({ timeout: 30_000 });
    await slack.getByText("علیرضا جیرانی حکم‌آباد").first().waitFor({ timeout: 30_000 });
    await browser.page
      .locator("#mails")
      .getByText(/\d stor(y|ies) ·/)
      .first()
      .waitFor({ timeout: 45_000 });
    expect(await slack.getByText("Striker").count()).toBe(0);

    child.kill("SIGINT");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect(leftovers()).toEqual([]);
  });
});
