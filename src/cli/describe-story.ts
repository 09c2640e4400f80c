import { localTime } from "../core/local-time.ts";
import type { ShownStory } from "../pipeline/inspect/show-story.ts";

type Member = ShownStory["items"][number];

/** Lines about a story: how its outlets came by it, then each item and why it is in it. */
export function describeStory({ storyId, outlets, sources, items }: ShownStory, zone: string): string {
  const head = `${storyId}: ${describeOutlets(outlets, sources)}`;
  return [head, ...items.flatMap((member) => describeMember(member, zone))].join("\n");
}

/** "2 outlets: 2 same text"; one alone has nothing to be compared with, but may cite another one. */
function describeOutlets(outlets: number, { sameText, citing, separate }: ShownStory["sources"]): string {
  if (outlets === 1) return ["1 outlet", ...citing.map(({ outlet }) => `citing ${outlet}`)].join(", ");
  const counts = [
    ...sameText.map((count) => `${count} same text`),
    ...citing.map(({ outlet, outlets: repeating }) => `${repeating} citing ${outlet}`),
    ...(separate === 0 ? [] : [`${separate} written separately`]),
  ];
  return `${outlets} outlets: ${counts.join(", ")}`;
}

function describeMember(member: Member, zone: string): string[] {
  const { itemId, title, outlet, feedId, firstSeenAt, link } = member;
  return [
    "",
    `${localTime(firstSeenAt, zone)}  ${outlet ?? feedId}  ${title}`,
    `  ${itemId}  ${describeReason(member)}`,
    ...(link === null ? [] : [`  ${link}`]),
  ];
}

function describeReason({ reason, relation, likeItemId, cited }: Member): string {
  const like = likeItemId === null ? "" : ` as ${likeItemId}`;
  switch (reason) {
    case "first":
      return "first report";
    case "same-link":
      return "same link as an earlier item";
    case "same-text":
      return relation === "cites" ? `same text${like}, citing ${cited ?? "another outlet"}` : `same text${like}`;
    case "cited-outlet":
      return `cites ${cited ?? "an outlet of the story"}, same event${like}`;
    case "same-event":
      return relation === "cites"
        ? `same event${like}, citing ${cited ?? "another outlet"}`
        : `same event${like}, written separately`;
    case "split":
      return "split off by an operator";
  }
}
