import type { RepairedImport } from "#web/features/analytics/engine/import-repaired.ts";

/** Lines of the file that the first rows of a table stand on, rejected ones stepped over. Lines feeds in cells are not counted. */
export function lineNumbers(
  { reading, rejects }: Pick<RepairedImport, "reading" | "rejects">,
  rows: number,
): number[] {
  const gone = rejects.filter(
    ({ reason }) => reading.badCells === "reject" || reason.code !== "cell",
  );
  const refused = new Set(gone.map(({ line }) => line));
  const lines: number[] = [];
  for (let line = reading.titleLines + (reading.header ? 2 : 1); lines.length < rows; line++) {
    if (!refused.has(line)) lines.push(line);
  }
  return lines;
}
