import { tokenise } from "../../text/tokenise.ts";
import { isSameName, isShortOf } from "./short-names.ts";
import type { Entity } from "./spelling.ts";
import { asWritten } from "./words/as-written.ts";
import { bracketWords } from "./words/bracket-words.ts";

const WITH_BRACKETS = /^(?<name>[^(（]*)[(（](?<words>[^)）]*)[)）]\s*$/;

/**
 * A look-alike of a person, and its name without the bracket.
 * @param spelling as it stands under `not:`
 * @param names the person's own
 */
export function lookAlikeOf(of: Entity, spelling: string, names: readonly string[]): { entity: Entity; name: string } {
  const { name = spelling, words } = WITH_BRACKETS.exec(spelling)?.groups ?? {};
  const isOwnName = names.some((own) => isSameName(own, name));
  const entity = {
    ...of,
    isLookAlike: true,
    bracket: words === undefined ? null : bracketWords(words),
    isOneWord: words !== undefined && tokenise(name).length === 1,
    bearsOwnName: words !== undefined && names.some((own) => isShortOf(name, own)),
    written: isOwnName && words === undefined ? asWritten(name) : null,
  };
  return { entity, name };
}
