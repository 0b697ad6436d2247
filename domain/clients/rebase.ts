import type { ClientChanges, ClientFields, ClientRecord } from "./model.ts";

/** A field that two people changed at once, to different values. */
export interface FieldConflict<K extends keyof ClientFields = keyof ClientFields> {
  field: K;
  /** What stood there when this person began. */
  base: ClientFields[K];
  mine: ClientFields[K];
  theirs: ClientFields[K];
}

/** A refused change, put on top of the record as it now is. */
export interface Rebase {
  /** What may be sent again with `current.version`, since nobody else touched these fields. */
  changes: ClientChanges;
  /** What a person must decide. */
  conflicts: FieldConflict[];
}

/**
 * Puts changes made on `base` on top of `current`, field by field: only a field that the other side changed to
 * another value is a conflict. A field that already has the wanted value needs nothing.
 */
export function rebase(base: ClientRecord, changes: ClientChanges, current: ClientRecord): Rebase {
  const out: Rebase = { changes: {}, conflicts: [] };
  for (const [name, value] of Object.entries(changes)) {
    const field = name as keyof ClientFields;
    const mine = value as ClientFields[typeof field];
    if (current[field] === mine) continue;
    if (current[field] === base[field]) Object.assign(out.changes, { [field]: mine });
    else out.conflicts.push({ field, base: base[field], mine, theirs: current[field] });
  }
  return out;
}
