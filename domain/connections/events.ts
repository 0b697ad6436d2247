import { defineEvents } from "#domain/events.ts";
import type { ConnectionKind } from "./model.ts";

/** A connection as audit and live pages tell it: never its password. */
export interface ConnectionRecord {
  id: string;
  name: string;
  kind: ConnectionKind;
  /** `host:port/database`. */
  place: string;
  user: string;
  tls: string;
  writerAccepted: boolean;
  /** When the password was last set, UTC: that it was is told, what it is never. */
  passwordSetAt: string;
}

export const connectionEvent = defineEvents<ConnectionRecord, "created" | "updated" | "deleted">({
  entity: "connection",
  topic: "connections",
  permission: "analytics.connect",
  actions: ["created", "updated", "deleted"],
  edits: ["updated"],
  silent: ["id"],
  search: () => null,
  label: (connection) => connection.name,
});
