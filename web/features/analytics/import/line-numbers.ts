import type { Reading, Sniffed } from "#domain/analytics/reading.ts";
import type { Reject } from "#web/features/analytics/engine/rejects.ts";

/** What tells where the rows of a table stand in their file. */
interface Lines {
  reading: Pick<Reading, "titleLines" | "header" | "badCells">;
  rejects: readonly Reject[];
  /** Physical lines on which the first records below the head begin, as far as the sample goes. */
  starts: Sniffed["lines"];
  /** Of each row that is shown its place among those that were read. */
  places: readonly number[];
}

/** Lines of the file on which rows stand, rejected ones stepped over; beyond the sample each record counts as one line. */
export function lineNumbers({ reading, rejects, starts, places }: Lines): number[] {
  const gone = rejects.filter(
    ({ reason }) => reading.badCells === "reject" || reason.code !== "cell",
  );
  const refused = new Set(gone.map(({ line }) => line));
  const read = starts.filter((line) => !refused.has(line));
  const most = Math.max(0, ...places.map((place) => place + 1));
  const head = reading.titleLines + (reading.header ? 1 : 0);
  for (let line = (starts.at(-1) ?? head) + 1; read.length < most; line++)
    if (!refused.has(line)) read.push(line);
  return places.map((place) => read[place] ?? 0);
}
