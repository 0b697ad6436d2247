import { notText } from "./encoding.ts";
import { otherFormat } from "./other-format.ts";

/** What a file is read as. All but text is turned into text first. */
export type FileFormat = "text" | "workbook" | "json" | "parquet";

const PARQUET = [0x50, 0x41, 0x52, 0x31];

/** Knows a file by how it starts, whatever its name says. What is no table at all counts as text, and is refused as such. */
export function fileFormat(head: Uint8Array): FileFormat {
  if (PARQUET.every((byte, at) => head[at] === byte)) return "parquet";
  const what = notText(head);
  if (what === "spreadsheet") return "workbook";
  if (what !== null) return "text";
  return otherFormat(new TextDecoder().decode(head)) === "json" ? "json" : "text";
}
