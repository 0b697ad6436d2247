import type { AuditEntry } from "#domain/audit/model.ts";

type Changes = AuditEntry["changes"];

/** Whether a value says nothing: null, an empty text or an empty list. */
export function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}

/** Fields by which a board's object tells that a record came or went: its action says so already. */
const LIFE = ["deleted", "rank"];

/** The changes that tell something: not from nothing to nothing, not the place of what has just come or gone. */
export function shownChanges(action: string, changes: Changes): Changes {
  const life = /\.(?:create|delete|restore)$/.test(action);
  return changes.filter(
    ({ field, before, after }) =>
      !(isEmpty(before) && isEmpty(after)) && !(life && LIFE.includes(field)),
  );
}

/** Which sides of the differences hold anything: a creation has no before, a deletion no after. */
export function sidesOf(changes: Changes): { before: boolean; after: boolean } {
  return {
    before: changes.some(({ before }) => !isEmpty(before)),
    after: changes.some(({ after }) => !isEmpty(after)),
  };
}
