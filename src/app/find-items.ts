import type { Item } from "../core/vocabulary.ts";
import { cleanLink } from "../poll/parse/clean-link.ts";
import type { Store } from "../store/store.ts";

/** The stored items of an id or a link, which several feeds may have carried; the earliest first. */
export async function findItems({ items }: Pick<Store, "items">, given: string): Promise<readonly Item[]> {
  if (!URL.canParse(given)) {
    const item = await items.get(given);
    return item === undefined ? [] : [item];
  }
  const cleaned = cleanLink(given);
  return cleaned === null ? [] : items.listByLink(cleaned);
}
