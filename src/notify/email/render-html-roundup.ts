import type { Steps } from "../../core/steps.ts";
import { isolate, safeLink } from "../clean-text.ts";
import { describeRoundupDetail, describeRoundupStory, describeUntold, fitRoundupStory } from "../describe-roundup.ts";
import { joinParts } from "../excerpt.ts";
import type { FittedStory } from "../fit-story.ts";
import type { RoundupMessage } from "../message.ts";
import { bulletList, divider, heading, linkOrText, markup, sheet, softLine, type Markup } from "./html-parts.ts";
import { roundupStoryMarkup } from "./html-stories.ts";

/** Gmail clips a message above 102 kB: what is beyond is only named. */
const WHOLE_BYTES = 75_000;
/** In a list of thousands. */
const LONGEST_LINK = 500;
/** Markup around a story or a line. */
const AROUND = 120;

interface Room {
  title: string;
  /** Bytes that the alerts may take; what is beyond is counted. */
  most: number;
}

/** Held alerts as HTML: the first ones whole, the others by headline, however many there are. A step an alert. */
export function* writeHtmlRoundup(roundup: RoundupMessage, { title, most }: Room): Steps<string> {
  const detail = describeRoundupDetail(roundup);
  const { stories } = roundup;
  const whole: Markup[] = [];
  const named: Markup[] = [];
  let used = 0;
  let left = stories.length;
  for (const line of stories) {
    const story = fitRoundupStory(line);
    const piece = named.length > 0 ? null : roundupStoryMarkup(story, describeRoundupStory(story));
    const isWhole = piece !== null && used + bytes(piece) <= WHOLE_BYTES;
    const shown = isWhole ? piece : nameStory(story);
    used += bytes(shown);
    if (used > most) break;
    left -= 1;
    yield void (isWhole ? whole : named).push(shown);
  }
  return sheet(title, [
    heading(title),
    ...(detail === null ? [] : [softLine(markup`<bdi>${detail}</bdi>`)]),
    ...whole.flatMap((piece, index) => (index === 0 ? [piece] : [divider(), piece])),
    ...(named.length === 0 ? [] : [divider(), bulletList(named)]),
    ...(left === 0 ? [] : [softLine(describeUntold(left))]),
  ]);
}

function bytes(piece: Markup): number {
  return Buffer.byteLength(piece.toString()) + AROUND;
}

function nameStory({ headline, link, outlets, more }: FittedStory): Markup {
  const [outlet] = outlets;
  const others = more.outlets + outlets.length - 1;
  const who = outlet === undefined ? "" : ` · ${isolate(outlet.name)}${others > 0 ? `, and ${others} more` : ""}`;
  return markup`${linkOrText(joinParts(headline), safeLink(link, LONGEST_LINK))}${who}`;
}
