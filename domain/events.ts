import type { Permission } from "./permissions.ts";

/** What full-text search knows of a record. `href` is its address in the web, without the origin. */
export interface SearchRow {
  title: string;
  subtitle: string;
  body: string;
  href: string;
}

/** A change of one field. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** A label is a name, not a text. */
const LABEL_LENGTH = 200;

interface AnyRecord {
  id: string;
}

/** Something that happened to a record. Only `defineEvents` makes one, so audit, live and search go together. */
export interface DomainEvent {
  /** `<entity>.<action>`: the audit action. */
  type: string;
  entity: string;
  entityId: string;
  /** The live topic, such as `clients`. */
  topic: string;
  /** The key that a reader of the live topic needs. */
  permission: Permission;
  /** What the record was called when it happened, so that its name outlives it. */
  label: string;
  changes: FieldChange[];
  /** An edit that left every field as it was: nothing happened, and nobody is told. */
  idle: boolean;
  /** The record as it now is; null when it is gone. */
  after: AnyRecord | null;
  /** The search row of the record; null takes it out. */
  search: SearchRow | null;
}

/** A feature's entry for one kind of record. */
export interface EventKind<T extends AnyRecord, A extends string> {
  entity: string;
  topic: string;
  permission: Permission;
  actions: readonly A[];
  /** Actions that only set fields: without a difference they are none. */
  edits?: readonly A[];
  /** Fields that never reach audit, outbox or search. */
  secrets?: readonly (keyof T & string)[];
  /** Fields that say nothing in a difference, such as `updatedAt`. */
  silent?: readonly (keyof T & string)[];
  search(record: T): SearchRow | null;
  /** What people call the record; the title under which search finds it unless told. */
  label?(record: T): string;
}

/** The fields whose values differ, compared as JSON. */
function diff<T extends AnyRecord>(
  before: T | null,
  after: T | null,
  skip: ReadonlySet<string>,
): FieldChange[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const changes: FieldChange[] = [];
  for (const field of fields) {
    if (skip.has(field)) continue;
    const old = (before as Record<string, unknown> | null)?.[field] ?? null;
    const next = (after as Record<string, unknown> | null)?.[field] ?? null;
    if (JSON.stringify(old) !== JSON.stringify(next)) {
      changes.push({ field, before: old, after: next });
    }
  }
  return changes;
}

/** What a maker of events tells of them, for whoever lists event types. */
export interface EventTypes {
  entity: string;
  topic: string;
  permission: Permission;
  /** `<entity>.<action>`, each. */
  types: readonly string[];
}

/**
 * Declares the events of one kind of record and returns their maker:
 * `clientEvent("updated", { before, after })`.
 */
export function defineEvents<T extends AnyRecord, const A extends string>(kind: EventKind<T, A>) {
  const secrets = new Set<string>(kind.secrets);
  const skip = new Set<string>([...secrets, ...(kind.silent ?? []), "version"]);
  const make = (action: A, change: { before: T | null; after: T | null }): DomainEvent => {
    const subject = change.after ?? change.before;
    if (!subject) throw new TypeError("An event needs the record before or after it");
    const after = change.after
      ? (Object.fromEntries(
          Object.entries(change.after).filter(([field]) => !secrets.has(field)),
        ) as unknown as AnyRecord)
      : null;
    const changes = diff(change.before, change.after, skip);
    return {
      type: `${kind.entity}.${action}`,
      entity: kind.entity,
      entityId: subject.id,
      topic: kind.topic,
      permission: kind.permission,
      label: (kind.label?.(subject) ?? kind.search(subject)?.title ?? "").slice(0, LABEL_LENGTH),
      changes,
      idle: changes.length === 0 && (kind.edits ?? []).includes(action),
      after,
      search: change.after ? kind.search(change.after) : null,
    };
  };
  const { entity, topic, permission } = kind;
  const types = kind.actions.map((action) => `${entity}.${action}`);
  return Object.assign(make, { entity, topic, permission, types } satisfies EventTypes);
}
