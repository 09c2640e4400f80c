import { tokenise } from "../../../text/tokenise.ts";
import { isSameName, isShortOf } from "./short-names.ts";
import type { Entity } from "./spelling.ts";
import { asWritten } from "../sounds/as-written.ts";
import { bracketWords } from "../words/bracket-words.ts";

const WITH_BRACKETS = /^(?<name>[^(（]*)[(（](?<words>[^)）]*)[)）]\s*$/;

/** Whether a name of one word is a word of another but its first. */
function isWordOf(name: string, own: string): boolean {
  const [only, ...others] = tokenise(name).map(({ text }) => text);
  const [, ...rest] = tokenise(own).map(({ text }) => text);
  return only !== undefined && others.length === 0 && rest.includes(only);
}

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
    isSurname: words !== undefined && names.some((own) => isWordOf(name, own)),
    bearsOwnName: words !== undefined && names.some((own) => isShortOf(name, own)),
    written: isOwnName && words === undefined ? asWritten(name) : null,
  };
  return { entity, name };
}
