import * as z from "zod";
import { PERSON_CONFIDENCES, type Evidence, type Veto } from "../core/vocabulary.ts";
import { StoreError } from "./store-error.ts";

/** Columns that hold JSON are a border like any other: another version may have written them. */

const EvidenceColumn = z.object({
  sentences: z.array(
    z.object({
      field: z.enum(["title", "body"]),
      sentence: z.string(),
      start: z.number(),
      end: z.number(),
      marks: z.array(z.tuple([z.number(), z.number()])),
    }),
  ),
  lead: z.string().nullable(),
  clause: z.string(),
  people: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      role: z.string().nullable(),
      spelling: z.string(),
      confidence: z.enum(PERSON_CONFIDENCES).exactOptional(),
      note: z.string().nullable().exactOptional(),
    }),
  ),
  glosses: z.record(z.string(), z.string()),
});

const VetoColumn = z.object({
  name: z.string(),
  words: z.string(),
  place: z.enum(["title", "proof", "item"]),
});

/** @throws StoreError when the text is no evidence; `matchId` names the row. */
export function parseEvidence(text: string, matchId: string): Evidence {
  return parseColumn(EvidenceColumn, text, `the evidence of match ${matchId}`);
}

/** @throws StoreError when the text is no veto; `matchId` names the row. */
export function parseVeto(text: string, matchId: string): Veto {
  return parseColumn(VetoColumn, text, `the veto of match ${matchId}`);
}

function parseColumn<T>(schema: z.ZodType<T>, text: string, what: string): T {
  try {
    return schema.parse(JSON.parse(text));
  } catch (error) {
    throw new StoreError("damaged", `${what} is not readable: restore a backup, or delete the row`, { cause: error });
  }
}
