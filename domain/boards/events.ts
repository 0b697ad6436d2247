import { defineEvents } from "#domain/events.ts";
import type { BoardRecord } from "./view.ts";

/** What happens to boards themselves. Their cards are told by the projection. */
export const boardEvent = defineEvents<
  BoardRecord,
  "created" | "updated" | "archived" | "restored" | "saved" | "returned"
>({
  entity: "board",
  topic: "boards",
  permission: "boards.read",
  actions: ["created", "updated", "archived", "restored", "saved", "returned"],
  edits: ["updated"],
  silent: ["id", "createdAt", "updatedAt"],
  search: (board) => ({
    title: board.title,
    subtitle: board.prefix,
    body: "",
    href: `/boards/${board.id}`,
  }),
});
