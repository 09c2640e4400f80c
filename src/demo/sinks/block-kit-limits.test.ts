import { describe, expect, it } from "vitest";
import { readBlocks } from "./block-kit-limits.ts";

function plain(length: number) {
  return { type: "plain_text", text: "a".repeat(length) };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

const divider = { type: "divider" };
function section(length: number) {
  return { type: "section", text: plain(length) };
}
function button(change: object = {}) {
  return { type: "button", text: plain(3), action_id: "claim", ...change };
}
function actions(...elements: object[]) {
  return { type: "actions", elements };
}
function link(url: string) {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "link", url }] }] };
}

describe("what Slack takes", () => {
  const rows: [string, unknown, unknown][] = [
    ["50 blocks", times(50, () => divider), times(51, () => divider)],
    ["3,000 characters of a section", [section(3000)], [section(3001)]],
    ["150 characters of a header", [{ type: "header", text: plain(150) }], [{ type: "header", text: plain(151) }]],
    [
      "10 elements of a context",
      [{ type: "context", elements: times(10, () => plain(1)) }],
      [{ type: "context", elements: times(11, () => plain(1)) }],
    ],
    [
      "10 fields",
      [{ type: "section", fields: times(10, () => plain(1)) }],
      [{ type: "section", fields: times(11, () => plain(1)) }],
    ],
    [
      "2,000 characters of a field",
      [{ type: "section", fields: [plain(2000)] }],
      [{ type: "section", fields: [plain(2001)] }],
    ],
    ["a section with something in it", [section(1)], [{ type: "section" }]],
    ["no empty text", [section(1)], [section(0)]],
    [
      "25 buttons",
      [actions(...times(25, (index) => button({ action_id: `a${index}` })))],
      [actions(...times(26, (index) => button({ action_id: `a${index}` })))],
    ],
    ["75 characters of a button", [actions(button({ text: plain(75) }))], [actions(button({ text: plain(76) }))]],
    [
      "2,000 characters of a button's value",
      [actions(button({ value: "v".repeat(2000) }))],
      [actions(button({ value: "v".repeat(2001) }))],
    ],
    ["each action once", [actions(button(), button({ action_id: "explain" }))], [actions(button(), button())]],
    [
      "255 characters of a block's id",
      [{ ...divider, block_id: "b".repeat(255) }],
      [{ ...divider, block_id: "b".repeat(256) }],
    ],
    [
      "each block's id once",
      [
        { ...divider, block_id: "a" },
        { ...divider, block_id: "b" },
      ],
      [
        { ...divider, block_id: "a" },
        { ...divider, block_id: "a" },
      ],
    ],
    [
      "3,000 characters of an address",
      [link(`https://x.example/${"a".repeat(2982)}`)],
      [link(`https://x.example/${"a".repeat(2983)}`)],
    ],
    ["addresses of the web alone", [link("http://x.example/")], [link("javascript:alert(1)")]],
  ];

  it.each(rows)("is %s", (_limit, taken, refused) => {
    expect(readBlocks(taken)).toHaveProperty("blocks");
    expect(readBlocks(refused)).toMatchObject({ error: "invalid_blocks" });
  });

  it("is no more than 13,200 characters of blocks", () => {
    expect(readBlocks(times(5, () => section(2500)))).toHaveProperty("blocks");
    expect(readBlocks(times(5, () => section(2700)))).toMatchObject({ error: "msg_blocks_too_long" });
  });
});
