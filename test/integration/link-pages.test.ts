import { readFileSync } from "node:fs";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import * as z from "zod";
import type { AlertMessage } from "../../src/notify/message.ts";
import { addClaimPage } from "../../src/web/claim-page.ts";
import { serveTcp } from "../../src/web/serve.ts";
import { addUnsubscribePage } from "../../src/web/unsubscribe-page.ts";
import { storyOf } from "../support/channels/every-message.ts";
import { alert, arabicStory, HOSTILE, persianStory } from "../support/channels/messages.ts";
import { linksOf } from "../support/claimable.ts";
import { openPage } from "../support/servers/browser.ts";

const FAULTS = readFileSync(new URL("../support/channels/page-faults.js", import.meta.url), "utf8");
const VIEWS = [
  ["light", { colorScheme: "light", width: 900 }],
  ["dark", { colorScheme: "dark", width: 900 }],
  ["on a phone", { colorScheme: "light", width: 360 }],
  ["dark on a phone", { colorScheme: "dark", width: 360 }],
] as const;

/** The pages that links lead to, on a port of its own. */
async function servePages(message: AlertMessage) {
  const web = new Hono();
  const links = linksOf(message);
  const subscriber = { channelId: "research", recipient: "a@example.org" };
  addClaimPage(web, { publicUrl: "http://127.0.0.1", links });
  addUnsubscribePage(web, {
    publicUrl: "http://127.0.0.1",
    unsubscribe: { find: () => Promise.resolve(subscriber), end: () => Promise.resolve(subscriber) },
  });
  const served = await serveTcp((request) => web.fetch(request), "127.0.0.1:0");
  return {
    links,
    url: (path: string) => `${served.address}${path}`,
    [Symbol.asyncDispose]: () => served.close(),
  };
}

const persian: AlertMessage = {
  ...alert(),
  story: persianStory(),
  mark: { kind: "follow-up", to: persianStory().headline, reasons: ["new person: ایوان اگزمپل"] },
  notes: [{ kind: "headline", outlet: "خبرگزاری نمونه", before: "خبر", after: persianStory().headline, link: null }],
};
const unbroken = "слово".repeat(500);

describe("a page that a link leads to, in Chromium", () => {
  let browser: Awaited<ReturnType<typeof openPage>>;
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openPage(inject("chromiumPath"));
    browser.page.on("console", (message) => complaints.push(message.text()));
  });
  afterAll(() => browser[Symbol.asyncDispose]());

  /** What is wrong with the page that is open, in every view; that it has a form is not. */
  async function faults(): Promise<unknown[]> {
    const { page } = browser;
    const found: unknown[] = [];
    for (const [view, { colorScheme, width }] of VIEWS) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const told = z.array(z.string()).parse(await page.evaluate(FAULTS));
      found.push(...told.filter((fault) => fault !== "<form>").map((fault) => `${view}: ${fault}`));
    }
    return found;
  }

  it.each([
    ["an alert", alert()],
    ["a Persian follow-up that was corrected", persian],
    ["an Arabic alert", alert(arabicStory())],
    ["a hostile alert", alert(storyOf(HOSTILE, { count: 3, link: "https://x.example/" }))],
    ["a long alert", alert(storyOf(unbroken, { count: 60, link: null }))],
  ])("reads well as %s, before and after it is claimed: light, dark and on a phone", async (_name, message) => {
    await using served = await servePages(message);
    const { page } = browser;
    for (const author of [null, "Ада Пример"]) {
      if (author !== null) await served.links.claim("known", author);
      await page.goto(served.url("/claim/known"));
      expect(await faults()).toEqual([]);
    }
    expect(complaints).toEqual([]);
  });

  it("reads well as what ends a digest, before and after", async () => {
    await using served = await servePages(alert());
    const { page } = browser;
    await page.goto(served.url("/u/known"));
    expect(await faults()).toEqual([]);
    await page.getByRole("button", { name: "Unsubscribe" }).click();
    await page.getByRole("heading", { name: "Unsubscribed" }).waitFor();
    expect(await faults()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("claims the story by keyboard alone, with a name that is asked for", async () => {
    await using served = await servePages(alert());
    const { page } = browser;
    await page.goto(served.url("/claim/known"));
    await page.getByLabel("Your name").focus();
    await page.keyboard.press("Enter");
    expect(served.links.claims).toEqual([]);
    await page.keyboard.type("Ada");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: "Claimed by Ada, Tue 20 Jan 14:09 London" }).waitFor();
    await page.reload();
    expect(served.links.claims).toHaveLength(1);
    expect(page.url()).toBe(served.url("/claim/known"));
  });
});
