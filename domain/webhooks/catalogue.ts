import { askEvent } from "#domain/asks/events.ts";
import { retentionEvent } from "#domain/audit/events.ts";
import { importEvent } from "#domain/board-imports/events.ts";
import { boardEvent } from "#domain/boards/events.ts";
import { clientEvent } from "#domain/clients/events.ts";
import { connectionEvent } from "#domain/connections/events.ts";
import { versionEvent } from "#domain/dashboards/version.ts";
import { dashboardCommentEvent } from "#domain/dashboards/comments/events.ts";
import { scheduleEvent } from "#domain/dashboards/schedule/events.ts";
import { figuresEvent, linkEvent } from "#domain/dashboards/share/events.ts";
import { dashboardEvent, widgetEvent } from "#domain/dashboards/events.ts";
import { noteEvent } from "#domain/notes/events.ts";
import { questionEvent } from "#domain/questions/events.ts";
import { semanticEvent } from "#domain/semantic/events.ts";
import { sourceEvent } from "#domain/sources/events.ts";
import { workspaceEvent } from "#domain/workspaces/events.ts";
import { divisionEvent, placeEvent } from "#domain/divisions/events.ts";
import type { EventTypes } from "#domain/events.ts";
import { exportEvent, restoredEvent } from "#domain/exports/events.ts";
import { invitationEvent, memberEvent, roleEvent } from "#domain/members/events.ts";
import { organizationEvent } from "#domain/organization/events.ts";
import type { Permission } from "#domain/permissions.ts";
import { grantEvent } from "#domain/support/events.ts";
import { serviceEvent, tokenEvent } from "#domain/tokens/events.ts";

/** What a board's object tells when its cards or columns have changed: which board, and its version. */
const cards: EventTypes = {
  entity: "board",
  topic: "tasks",
  permission: "boards.read",
  types: ["board.projected"],
};

/** Each card whose state changed, once a projection, with all of it. Pages are not told of these. */
const tasks: EventTypes = {
  entity: "task",
  topic: "tasks",
  permission: "boards.read",
  types: ["task.created", "task.updated", "task.deleted", "task.restored"],
};

/** Events that webhooks can send, by kind of record. A test holds this list against every events.ts of the domain. */
export const WEBHOOK_EVENTS: readonly EventTypes[] = [
  clientEvent,
  boardEvent,
  cards,
  tasks,
  noteEvent,
  workspaceEvent,
  sourceEvent,
  questionEvent,
  semanticEvent,
  dashboardEvent,
  widgetEvent,
  versionEvent,
  figuresEvent,
  linkEvent,
  scheduleEvent,
  dashboardCommentEvent,
  connectionEvent,
  askEvent,
  importEvent,
  memberEvent,
  roleEvent,
  invitationEvent,
  divisionEvent,
  placeEvent,
  organizationEvent,
  retentionEvent,
  tokenEvent,
  serviceEvent,
  exportEvent,
  restoredEvent,
  grantEvent,
];

/** Every type that a webhook may choose, such as `client.created`. */
export const WEBHOOK_TYPES: readonly string[] = WEBHOOK_EVENTS.flatMap(({ types }) => types);

/** Stands in a webhook's list of types for every type there is. */
export const EVERY_TYPE = "*";

/** The read keys that the events of these types ask for, each once. */
export function keysOf(types: readonly string[]): Permission[] {
  const all = types.includes(EVERY_TYPE);
  const chosen = WEBHOOK_EVENTS.filter(
    (events) => all || events.types.some((type) => types.includes(type)),
  );
  return [...new Set(chosen.map(({ permission }) => permission))];
}
