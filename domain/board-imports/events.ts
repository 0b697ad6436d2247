import { defineEvents } from "#domain/events.ts";
import type { ImportView } from "./model.ts";

/** An import as the audit log tells it. */
export type ImportRecord = Pick<
  ImportView,
  "id" | "state" | "source" | "fileName" | "boardId" | "title" | "total"
>;

export const importEvent = defineEvents<
  ImportRecord,
  "started" | "finished" | "cancelled" | "undone"
>({
  entity: "board_import",
  topic: "boards",
  permission: "boards.read",
  actions: ["started", "finished", "cancelled", "undone"],
  silent: ["id"],
  label: ({ title }) => title,
  search: () => null,
});
