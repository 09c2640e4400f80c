import { describe, expect, it } from "vitest";
import { similarityOf } from "./similarity.ts";

describe("two headlines", () => {
  it.each<[string, string, string, [number, number]]>([
    ["that are equal but for case and punctuation", "Envoy asks for asylum", "ENVOY ASKS FOR ASYLUM!", [1, 1]],
    ["of which one goes on", "Envoy asks for asylum", "Envoy asks for asylum in Norway, ministry says", [0.5, 0.8]],
    ["about different things", "Envoy asks for asylum", "Markets close higher", [0, 0.3]],
    ["in Chinese that share most characters", "外交官寻求庇护", "外交官在挪威寻求庇护", [0.5, 0.9]],
    ["in Chinese about different things", "外交官寻求庇护", "股市收盘走高", [0, 0.1]],
    ["that hold no letters", "???", "!!!", [0, 0]],
    ["that are both empty", "", "", [1, 1]],
  ])("%s", (_fact, one, other, [least, most]) => {
    const similarity = similarityOf(one, other);
    expect(similarity).toBe(similarityOf(other, one));
    expect(similarity).toBeGreaterThanOrEqual(least);
    expect(similarity).toBeLessThanOrEqual(most);
  });
});
