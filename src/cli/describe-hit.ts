import { localTime } from "../core/local-time.ts";
import type { ArchiveHit } from "../pipeline/inspect/scan-archive.ts";

/** The watch whose proof is shown, and the IANA zone of times. */
export interface Shown {
  watchId: string;
  zone: string;
}

/** One line of a stored item with what proves it: time, outlet, headline, and the marked words with their clause. */
export function describeHit({ item, answers }: ArchiveHit, { watchId, zone }: Shown): string {
  const time = localTime(item.firstSeenAt, zone);
  const answer = answers.find((each) => each.watchId === watchId);
  const line = `${time}  ${item.outlet ?? "no outlet"}: ${item.title}`;
  if (answer === undefined) return line;
  const words = answer.evidence.sentences.flatMap(({ sentence, marks }) =>
    marks.map(([start, end]) => sentence.slice(start, end)),
  );
  const veto = answer.kind === "vetoed" ? `; held back by ${answer.veto.name} ("${answer.veto.words}")` : "";
  return `${line}\n      ${words.join(" … ")}  ← ${answer.evidence.clause}${veto}`;
}
