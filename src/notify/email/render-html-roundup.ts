import { describeRoundupDetail, describeRoundupStory, fitRoundupStory } from "../describe-roundup.ts";
import { countOf } from "../describe-story.ts";
import type { RoundupMessage } from "../message.ts";
import { divider, heading, markup, sheet, softLine, type Markup } from "./html-parts.ts";
import { roundupStoryMarkup } from "./html-stories.ts";

/** Gmail clips a message above 102 kB. */
const MOST_BYTES = 75_000;

/** Held alerts as HTML; what does not fit is counted, the text part holds every one. */
export function renderHtmlRoundup(roundup: RoundupMessage, title: string): string {
  const detail = describeRoundupDetail(roundup);
  const stories = roundup.stories.map(fitRoundupStory);
  const shown: Markup[] = [];
  let used = 0;
  for (const [index, story] of stories.entries()) {
    const piece = roundupStoryMarkup(story, describeRoundupStory(story));
    used += Buffer.byteLength(piece.toString()) + 120;
    if (used > MOST_BYTES) {
      const left = countOf(stories.length - index, "more alert");
      shown.push(softLine(`${left}, listed in the plain-text part of this mail`));
      break;
    }
    shown.push(...(index === 0 ? [] : [divider()]), piece);
  }
  return sheet(title, [heading(title), ...(detail === null ? [] : [softLine(markup`<bdi>${detail}</bdi>`)]), ...shown]);
}
