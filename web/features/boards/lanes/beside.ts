import type { BoardRoom } from "#web/features/boards/board/room.tsx";
import type { LaneRows } from "./lanes.tsx";

/** A card as it stands in one of its rows. */
interface InLane {
  card: string;
  lane: string;
}

/** The card next to one in a direction, in rows: beyond the ends of a cell in the next row that has cards there. */
export function besideInLanes(
  room: BoardRoom,
  rows: LaneRows,
  at: InLane,
  way: "ArrowUp" | "ArrowDown" | "ArrowLeft" | "ArrowRight" | "Home" | "End",
): InLane | undefined {
  const columns = room.live.columns().map(({ id }) => id);
  const columnId = room.live.card(at.card)?.columnId ?? "";
  const cell = rows.cell(at.lane, columnId);
  const index = cell.indexOf(at.card);
  const inLane = (card: string | undefined, lane = at.lane) =>
    card === undefined ? undefined : { card, lane };
  if (way === "Home") return inLane(cell[0]);
  if (way === "End") return inLane(cell.at(-1));
  const step = way === "ArrowUp" || way === "ArrowLeft" ? -1 : 1;
  if (way === "ArrowUp" || way === "ArrowDown") {
    const near = cell[index + step];
    if (near !== undefined) return inLane(near);
    const lanes = rows.keys();
    for (let next = lanes.indexOf(at.lane) + step; lanes[next] !== undefined; next += step) {
      const there = rows.cell(lanes[next] ?? "", columnId);
      const card = step > 0 ? there[0] : there.at(-1);
      if (card !== undefined) return inLane(card, lanes[next]);
    }
    return undefined;
  }
  for (let next = columns.indexOf(columnId) + step; columns[next] !== undefined; next += step) {
    const there = rows.cell(at.lane, columns[next] ?? "");
    if (there.length > 0) return inLane(there[Math.min(Math.max(index, 0), there.length - 1)]);
  }
  return undefined;
}
