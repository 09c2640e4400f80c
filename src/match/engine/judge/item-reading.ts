import type { PeopleInItem } from "../../people/find-people.ts";
import type { Document } from "../document.ts";
import type { ListIndex } from "../terms/list-index.ts";
import type { TermIndex } from "../terms/term-index.ts";

/** What the leaves of an item are read from. */
export interface ItemReading {
  document: Document;
  terms: TermIndex;
  lists: ListIndex;
  people: PeopleInItem;
}
