import type { Declared } from "#domain/analytics/sniff/declared.ts";
import type { Source } from "#domain/analytics/reading.ts";

/** A file that was no text, as text. */
export interface Converted {
  text: Blob;
  source: Source;
  /** What the file says of its columns, in their order; their names stand in the first line then. Undefined where it says nothing. */
  declared: Declared[] | undefined;
}

export type ConvertFault = "empty" | "locked" | "damaged" | "too-large";

/** Why a file can't be turned into text; the message is the reader's own, in English. */
export class NotConverted extends Error {
  readonly fault: ConvertFault;
  constructor(fault: ConvertFault, message = fault as string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
  }
}
