import { joinWithin } from "../notify/describe-story.ts";
import { describeWithdrawal } from "../notify/describe-telling.ts";
import type { StoryLine } from "../notify/message.ts";
import type { TellableMatch } from "../store/match-rows.ts";
import { outletOf } from "./telling/story-thread.ts";

/** Characters; the rest is counted. */
const REMARK = 180;

/** Which reports of a story no longer match by any of the watches that it is told for, as a remark on its line. */
export function tellWithdrawn<Line extends StoryLine>(
  line: Line,
  story: readonly TellableMatch[],
  withdrawn: ReadonlySet<string>,
): Line {
  const items = [...Map.groupBy(story, ({ itemId }) => itemId).values()];
  const changed = items.flatMap((matches) => {
    const [first] = matches;
    return first === undefined || !matches.every(({ id }) => withdrawn.has(id))
      ? []
      : [describeWithdrawal(outletOf(first.item))];
  });
  return changed.length === 0 ? line : { ...line, remarks: [joinWithin(changed, REMARK, "; ")] };
}
