import { cleanLine } from "./clean-text.ts";
import type { NoticeMessage } from "./message.ts";

/** "Act now: Slack refuses the messages of foreign-desk"; without the first words where nobody is paged. */
export function describeNotice({ level, title }: NoticeMessage): string {
  const line = cleanLine(title, 300) || "(no title)";
  return level === "page" ? `Act now: ${line}` : line;
}
