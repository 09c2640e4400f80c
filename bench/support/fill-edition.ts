import { hashOf } from "../../src/core/hash.ts";
import type { Evidence, ReadItem } from "../../src/core/vocabulary.ts";
import type { Store } from "../../src/store/store.ts";
import { htmlToText } from "../../src/text/html-to-text.ts";
import { seededRandom } from "../../test/support/seeded-random.ts";
import { feed } from "../../test/support/store/store-builders.ts";
import { writeNews } from "./news-text.ts";

const BATCH = 200;
const TEXT_LENGTH = 1300;
const FEED = feed("wire", { onAdd: "silent" });

const EVIDENCE: Omit<Evidence, "sentences"> = {
  lead: null,
  clause: '"asked for asylum" NEAR/12 @offices',
  people: [{ personId: "ivan-example", name: "Ivan Example", role: "counsellor", spelling: "I. Example" }],
  glosses: {},
};
const MATCH = {
  watchId: "asylum",
  watchTitle: "Requests for asylum",
  watchRevision: "r1",
  severity: "normal",
  itemRevision: 1,
  veto: null,
} as const;

export interface WaitingEdition {
  channelId: string;
  stories: number;
  /** Matches that are listed as set aside. */
  setAside: number;
  at: number;
}

/** Stores news of which a channel's next edition tells each as a story of its own, and some that were set aside. */
export async function fillEdition(store: Store, { channelId, stories, setAside, at }: WaitingEdition): Promise<void> {
  const random = seededRandom(7);
  await store.feeds.sync([FEED], () => Number.MAX_SAFE_INTEGER);
  await store.items.addRead(FEED.id, [], at);
  for (let from = 0; from < stories + setAside; from += BATCH) {
    const items = Array.from({ length: Math.min(BATCH, stories + setAside - from) }, (_, place) =>
      writeItem(random, from + place, at),
    );
    const { added } = await store.items.addRead(FEED.id, items, at);
    await store.underLock("decide", async ({ stories: ofItems, matches, editions }) => {
      for (const [place, itemId] of added.entries()) {
        const match = { itemId, storyId: await ofItems.create(at), evidence: proofOf(items[place]), matchedAt: at };
        const { id: matchId } = await matches.add({ ...MATCH, ...match });
        const asideFrom = {
          matchId,
          channelId,
          kind: "suppress",
          reason: "vetoed",
          detail: null,
          decidedAt: at,
        } as const;
        if (from + place < stories) await editions.collect(channelId, matchId, "digest", at);
        else await matches.addDecision(asideFrom);
      }
    });
  }
}

/** The first sentence of the body, with two of its words marked. */
function proofOf(item: ReadItem | undefined): Evidence {
  const [sentence = ""] = (item?.body ?? "").split(". ");
  const marks: [number, number][] = [
    [0, 6],
    [12, 20],
  ];
  return { ...EVIDENCE, sentences: [{ field: "body", sentence, start: 0, end: sentence.length, marks }] };
}

function writeItem(random: () => number, number: number, publishedAt: number): ReadItem {
  const { title, html } = writeNews(random, TEXT_LENGTH);
  const link = `https://news.example/${number}`;
  const body = htmlToText(html);
  const rest = { summary: "", author: null, outlet: "news.example", contentHash: hashOf(title, body) };
  return { identity: link, link, cleanedLink: link, publishedAt, title, body, lang: "en", ...rest };
}
