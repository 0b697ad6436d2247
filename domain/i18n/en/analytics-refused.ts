import type { Texts } from "#domain/i18n/texts.ts";
import type { analyticsRefused as fr } from "../fr/analytics-refused.ts";

export const analyticsRefused = {
  empty: "This file is empty",
  emptyBody: "It holds no rows. Check the export, then drop it again.",
  binary: "This file is not a table",
  binaryBody: "It holds no data that can be read. Drop a CSV, TSV, Excel, JSON or Parquet file.",
  archive: "This file is compressed",
  archiveBody: "Unpack it, then drop the file that it holds.",
  markup: "This file is a web page or XML",
  markupBody:
    "The export may have sent back a sign-in page. If not, open it in a spreadsheet and save it as CSV.",
  prose: "This file doesn’t look like a table",
  proseBody:
    "Its lines read like sentences. Choose the separator if there is one, or another file.",
  changed: "The file can no longer be read",
  changedBody: "It was changed, moved or deleted after you chose it. Choose it again.",
  tooLarge: (size) => `This file is too large: ${size}`,
  tooLargeBody: (limit) =>
    `The browser can read up to ${limit}. Split the export, by year for example.`,
  failed: "Couldn’t read this file",
  failedBody: "Change the separator or the encoding, or check the file. Nothing was changed.",
  gone: "The file is no longer here",
  goneBody: "The page was reloaded before the import ended. Choose the file again.",
  another: "Choose another file",
  storage: "The file was read, but couldn’t be kept",
  storageBody: "The browser’s storage is full or blocked. Free some space and try again.",
} satisfies Texts<typeof fr>;
