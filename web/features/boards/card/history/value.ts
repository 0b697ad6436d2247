import { type Card, Priority } from "#domain/boards/model.ts";
import type { Repeat } from "#domain/boards/repeat.ts";
import type { useFormat, useTexts } from "#web/lib/i18n.tsx";
import { useRepeatWords } from "#web/features/boards/board/repeat-words.ts";
import type { BoardRoom } from "#web/features/boards/board/room.tsx";

/** What says a stored value of a card in words: names, dates, lists; empty where there is none. */
export function valueIn(
  t: ReturnType<typeof useTexts>,
  f: ReturnType<typeof useFormat>,
  room: BoardRoom,
  card: () => Pick<Card, "files">,
) {
  const say = useRepeatWords();
  const colors = (): Readonly<Record<string, string>> => t().boards.colors;
  const one = (field: string, value: string): string => {
    // A checklist that nobody named goes by the usual name.
    if (field === "checklists" && value === "") return t().boardCard.checklist.usual;
    if (field === "assigneeIds") return room.people().get(value)?.name ?? value;
    if (field === "clientId") return room.clientName(value) ?? value;
    if (field === "dueOn") return f().day(value);
    if (field === "columnId")
      return room.live.columns().find(({ id }) => id === value)?.name ?? value;
    if (field === "cover") {
      const file = card().files.find(({ id }) => id === value);
      return colors()[value] ?? file?.name ?? t().boards.picture;
    }
    const priority = field === "priority" ? Priority.safeParse(value) : null;
    return priority?.success ? t().boards.priorities[priority.data] : value;
  };
  return (field: string, value: unknown): string => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items
      .map((item) => {
        if (typeof item === "string") return one(field, item);
        if (typeof item === "boolean") return item ? t().audit.values.yes : t().audit.values.no;
        if (field === "repeat" && item !== null) return say(item as Repeat);
        const named = item as { name?: unknown } | null;
        return typeof named?.name === "string" ? named.name : "";
      })
      .filter(Boolean)
      .join(", ");
  };
}
