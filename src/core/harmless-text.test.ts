import { describe, expect, it } from "vitest";
import { harmless } from "./harmless-text.ts";

describe("harmless", () => {
  it("writes out what a terminal would obey", () => {
    expect(harmless("Fire \u001B[31m\u0007 \u009B2J \u202Erow\r\u007F")).toBe(
      String.raw`Fire \u001b[31m\u0007 \u009b2J \u202erow\u000d\u007f`,
    );
  });

  it("leaves lines, tabs, every script, and the marks that Persian and Hebrew need", () => {
    const text = "Ünïcödé\tآتش\u200Cسوزی\n\u2068שריפה\u2069 🔥👩\u200D🚒\n";
    expect(harmless(text)).toBe(text);
  });

  it("changes nothing of what JSON means", () => {
    const value = { title: "Fire \u001B[31m \u009B2J \u202Erow\n" };
    const shown = harmless(JSON.stringify(value, null, 2));
    expect(shown).not.toMatch(/[\u009B\u202E]/u);
    expect(JSON.parse(shown)).toEqual(value);
  });
});
