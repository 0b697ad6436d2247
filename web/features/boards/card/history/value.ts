import { Priority } from "#domain/boards/model.ts";
import type { useFormat, useTexts } from "#web/lib/i18n.tsx";
import type { BoardRoom } from "#web/features/boards/board/room.tsx";

/** What says a stored value of a card in words: names, dates, lists; empty where there is none. */
export function valueIn(
  t: ReturnType<typeof useTexts>,
  f: ReturnType<typeof useFormat>,
  room: BoardRoom,
) {
  const one = (field: string, value: string): string => {
    if (field === "assigneeIds") return room.people().get(value)?.name ?? value;
    if (field === "clientId") return room.clientName(value) ?? value;
    if (field === "dueOn") return f().day(value);
    if (field === "columnId")
      return room.live.columns().find(({ id }) => id === value)?.name ?? value;
    const priority = field === "priority" ? Priority.safeParse(value) : null;
    return priority?.success ? t().boards.priorities[priority.data] : value;
  };
  return (field: string, value: unknown): string => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items
      .map((item) => {
        if (typeof item === "string") return one(field, item);
        const named = item as { name?: unknown } | null;
        return typeof named?.name === "string" ? named.name : "";
      })
      .filter(Boolean)
      .join(", ");
  };
}
