/** Why an item is in its story. */
export type StoryReason = "first" | "same-link" | "same-text" | "cited-outlet" | "same-event" | "split";
/** How an item compares with the one of its story that it is most like. */
export type StoryRelation = "copy" | "cites" | "separate";
