import { describe, expect, it } from "vitest";
import { printJsonSchema } from "./config-schema.ts";

const schema: unknown = JSON.parse(printJsonSchema());

describe("the JSON Schema of the configuration", () => {
  it("is draft 2020-12 and takes no unknown key", () => {
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      additionalProperties: false,
    });
  });

  it("asks for durations as text, as they are written", () => {
    expect(schema).toHaveProperty(["properties", "fetch", "properties", "min_interval", "type"], "string");
    expect(schema).toHaveProperty(["properties", "watches", "items", "properties", "max_age", "type"], "string");
  });

  it("asks only for the keys that have no default", () => {
    expect(schema).not.toHaveProperty("required");
    expect(schema).toHaveProperty(["properties", "watches", "items", "required"], ["id", "title", "match"]);
  });

  it("asks for exactly one way out of a channel", () => {
    const oneOf = ["slack", "email", "webhook", "ntfy", "telegram", "teams", "console"].map((kind) => ({
      required: [kind],
    }));
    expect(schema).toHaveProperty(["properties", "channels", "additionalProperties", "oneOf"], oneOf);
  });
});
