import { createMemo } from "solid-js";
import type { Grouping } from "#domain/boards/view-config.ts";
import { useTexts } from "#web/lib/i18n.tsx";
import { NOBODY } from "#web/features/boards/board/filter.ts";
import { useRoom } from "#web/features/boards/board/room.tsx";
import { dealLanes, orderLanes, type DealtLanes, type LaneField } from "./deal-lanes.ts";

const NONE: readonly string[] = [];
const NOTHING: DealtLanes = new Map();

/** The rows of the board, as it is dealt out now. */
export function createLaneRows() {
  const t = useTexts();
  const room = useRoom();
  const by = (): LaneField | null => {
    const field: Grouping = room.look.lanes;
    return field === "none" ? null : field;
  };
  const dealt = createMemo(() => {
    const field = by();
    if (!field) return NOTHING;
    return dealLanes(
      room.allIds().flatMap((id) => room.live.card(id) ?? []),
      field,
    );
  });
  const labelOf = (key: string): string => {
    const words = t().boardViews.lanes.without;
    if (by() === "priority") {
      return t().boards.priorities[key as keyof ReturnType<typeof t>["boards"]["priorities"]];
    }
    if (by() === "assignee")
      return key === NOBODY ? words.assignee : (room.people().get(key)?.name ?? "?");
    if (by() === "client") return key === NOBODY ? words.client : (room.clientName(key) ?? "?");
    return key === NOBODY ? words.tag : key;
  };
  const keys = createMemo(
    () => {
      const field = by();
      return field ? orderLanes(dealt().keys(), field, labelOf) : [];
    },
    undefined,
    { equals: (a, b) => a.length === b.length && a.every((key, at) => key === b[at]) },
  );
  return {
    by,
    keys,
    labelOf,
    /** Ids of a row's cards in a column, in order. */
    cell: (lane: string, columnId: string) => dealt().get(lane)?.get(columnId) ?? NONE,
    /** How many cards a row has. */
    count: (lane: string) =>
      [...(dealt().get(lane)?.values() ?? [])].reduce((sum, ids) => sum + ids.length, 0),
  };
}

export type LaneRows = ReturnType<typeof createLaneRows>;
