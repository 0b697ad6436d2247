import { defineEvents } from "#domain/events.ts";
import type { ExportView } from "./model.ts";

/** An export as audit and live pages tell it. */
export type ExportRecord = Pick<ExportView, "id" | "state" | "size" | "rows" | "files" | "fault">;

export const exportEvent = defineEvents<
  ExportRecord,
  "started" | "finished" | "failed" | "cancelled" | "removed"
>({
  entity: "export",
  topic: "exports",
  permission: "identity.own",
  actions: ["started", "finished", "failed", "cancelled", "removed"],
  search: () => null,
});
