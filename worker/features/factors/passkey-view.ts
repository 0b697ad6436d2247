import type { Passkey } from "#domain/factors/model.ts";
import { passkeyKind } from "#domain/factors/passkey-kind.ts";

/** A passkey as `PASSKEY_JSON` gives it. */
type Stored = Omit<Passkey, "kind"> & { transports: string[] };

/** SQL: a passkey's row as JSON, for `passkeyIn`. The argument is the SQL name of the row. */
export const PASSKEY_JSON = (row: string) =>
  `json_object('id', ${row}.id, 'name', ${row}.name, 'createdAt', ${row}.created_at, 'usedAt', ${row}.used_at,
    'usedDevice', ${row}.used_device, 'synced', json(iif(${row}.synced = 1, 'true', 'false')),
    'transports', json(${row}.transports))`;

/** A passkey as its person gets it. */
export function passkeyIn({ transports, ...passkey }: Stored): Passkey {
  return { ...passkey, kind: passkeyKind(transports) };
}
