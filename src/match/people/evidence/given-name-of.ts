import { mayCompare } from "../reading/candidate.ts";
import type { NameIndex } from "../names/name-index.ts";
import { partDistance } from "../reading/part-distance.ts";
import type { Spelling } from "../names/spelling.ts";
import type { WordInfo } from "../reading/word-info.ts";
import { NO_GIVEN_NAME } from "../sounds/distances.ts";

/** Whether a word is a given name of the person that a spelling is of. */
export function isGivenNameOf(index: NameIndex, info: WordInfo, { entity }: Spelling): boolean {
  if (info.isCommon) return false;
  return (index.spellingsOf.get(entity.person) ?? []).some(
    ({ given, entity: of }) =>
      !of.isLookAlike && mayCompare(index, of, info, given) && partDistance(info, given, "given") < NO_GIVEN_NAME,
  );
}
