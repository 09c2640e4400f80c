import { acquireSingleWriterLock } from "../../../src/store/sqlite/single-writer-lock.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { createLogger } from "../../../src/telemetry/logger.ts";
import { feed, matchedText, newDelivery, newMatch, readItem } from "./store-builders.ts";

/**
 * A process that writes to the SQLite file given as its argument until it is killed, and prints the number of a
 * round once its writes are acknowledged: an item, then its match, story and delivery together.
 */
const [path = ""] = process.argv.slice(2);
acquireSingleWriterLock(path);
const log = createLogger("silent");
const store = await openStore({ url: `sqlite:${path}`, sync: "normal", migrate: true, now: Date.now, log });
await store.feeds.sync([feed("wire")], () => 0);

for (let round = 1; ; round += 1) {
  const { added } = await store.items.addRead("wire", [readItem(`item-${round}`)], round);
  const [itemId = ""] = added;
  await store.underLock("decide", async (queries) => {
    const storyId = await queries.stories.create(round);
    await queries.stories.addItems([{ storyId, itemId, reason: "first" }], round);
    const match = await queries.matches.add(newMatch({ itemId, storyId }));
    const delivery = await queries.deliveries.add(newDelivery(`alert|${round}|desk`, { storyId }));
    await queries.deliveries.attachMatches(delivery.id, [match.id]);
    await queries.items.markAllMatched([matchedText(itemId, 1)]);
  });
  process.stdout.write(`${round}\n`);
}
