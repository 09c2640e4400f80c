/** A field of a CSV file, with where it stands: UTF-16 offsets into the text, end exclusive. */
export interface CsvField {
  value: string;
  start: number;
  end: number;
}

/** A quotation mark that nothing closes, or text behind a closing one. */
export class CsvSyntaxError extends Error {
  override readonly name = "CsvSyntaxError";
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const QUOTE = '"';

/**
 * Rows of a CSV text (RFC 4180): fields separated by commas, quoted ones may hold commas, line breaks and doubled quotes;
 * lines end in LF or CRLF. Lines without anything are left out.
 * @throws CsvSyntaxError
 */
export function* csvRows(text: string): Generator<readonly CsvField[]> {
  let row: CsvField[] = [];
  let at = 0;
  while (at < text.length) {
    const field = text[at] === QUOTE ? quotedField(text, at) : plainField(text, at);
    row.push(field);
    const next = text[field.end];
    if (next === ",") {
      at = field.end + 1;
      // A comma at the very end opens one more field, an empty one.
      if (at === text.length) row.push({ value: "", start: at, end: at });
      continue;
    }
    if (row.length > 1 || row[0]?.value !== "") yield row;
    row = [];
    at = field.end + (text.startsWith("\r\n", field.end) ? 2 : 1);
  }
  if (row.length > 0) yield row;
}

function plainField(text: string, start: number): CsvField {
  let end = start;
  while (end < text.length && text[end] !== "," && text[end] !== "\n" && !text.startsWith("\r\n", end)) end += 1;
  return { value: text.slice(start, end), start, end };
}

function quotedField(text: string, start: number): CsvField {
  let value = "";
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf(QUOTE, from);
    if (quote === -1) throw new CsvSyntaxError("this quotation mark is never closed", start);
    value += text.slice(from, quote);
    if (text[quote + 1] !== QUOTE) return endedField(text, { value, start, end: quote + 1 });
    value += QUOTE;
    from = quote + 2;
  }
}

function endedField(text: string, field: CsvField): CsvField {
  const { end } = field;
  if (end < text.length && text[end] !== "," && text[end] !== "\n" && !text.startsWith("\r\n", end)) {
    throw new CsvSyntaxError("a quoted field ends here, but text follows: double the quotation mark inside it", end);
  }
  return field;
}
