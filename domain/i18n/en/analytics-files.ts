import type { analyticsFiles as fr } from "#domain/i18n/fr/analytics-files.ts";
import type { Texts } from "#domain/i18n/texts.ts";

export const analyticsFiles = {
  sheet: "Sheet",
  list: "List",
  typed: "The file itself tells its columns and their types.",
  locked: "This file is protected",
  lockedBody: "Take its password off in the program that wrote it, then drop it again.",
  damaged: "This file is damaged or incomplete",
  damagedBody: "Its end is missing, or it isn’t what its name says. Export it again.",
  tooLargeBody:
    "A workbook or JSON has to fit in memory at once. Save the same data as CSV or Parquet.",
} satisfies Texts<typeof fr>;
