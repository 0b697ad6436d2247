import type { Result } from "#domain/boards/messages.ts";
import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import type { ImportRow } from "./schema.ts";

/** The board's object, however the caller came to it. */
export type Room = Pick<DurableObjectStub<BoardRpc>, "pushOutside" | "setArchived">;

/**
 * Pushes ops of an import under a name of their own, so that the same push, cut off and made again, gets the same answers
 * and makes nothing twice. They are the starter's, who held the keys then.
 */
export async function pushPart(
  room: Room,
  tenant: TenantRef,
  row: ImportRow,
  name: string,
  ops: readonly unknown[],
): Promise<Result[]> {
  if (ops.length === 0) return [];
  const answer = await room.pushOutside(tenant, {
    client: `${row.id}-${name}`,
    fingerprint: "",
    userId: row.startedBy,
    origin: row.origin,
    rights: { write: true, manage: true },
    ops: ops.map((op, i) => ({ seq: i + 1, base: Number.MAX_SAFE_INTEGER, op })),
  });
  return answer?.results ?? [];
}
