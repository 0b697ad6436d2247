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

/** What a restored organization's log says of where everything before came from. */
interface RestoredRecord {
  id: string;
  name: string;
  /** Ids of the organization and of the export that it was restored from. */
  origin: string;
  archive: string;
  madeBy: string;
  /** The instant that the archive shows, UTC. */
  dataAt: string;
  /** The last hash of the log that was taken over. */
  chainHead: string | null;
  restoredBy: string;
  tables: number;
  rows: number;
  boards: number;
  files: number;
}

export const restoredEvent = defineEvents<RestoredRecord, "restored">({
  entity: "organization",
  topic: "members",
  permission: "identity.read",
  actions: ["restored"],
  search: () => null,
  label: (organization) => organization.name,
});
