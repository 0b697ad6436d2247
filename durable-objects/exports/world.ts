import type { BoardRpc } from "#worker/features/boards/board-rpc.ts";
import type { Env } from "#worker/platform/env.ts";
import { archiveSink, fileSource } from "#worker/platform/exports/archive-store.ts";
import { readPeople } from "#worker/platform/exports/people.ts";
import { readStaged, stage, unstage } from "#worker/platform/exports/stage.ts";
import type { TenantRef } from "#worker/platform/tenant-ref.ts";
import { roomName } from "#worker/platform/tenant.ts";
import type { ExportDeps } from "./deps.ts";
import type { JobStorage } from "./job-storage.ts";

/** The real world of an export: the organization's database, files and live objects. */
export function exportWorld(
  env: Env,
  tenant: TenantRef,
  storage: JobStorage,
  exportId: string,
): ExportDeps {
  const boards = env.BOARD_ROOM as unknown as DurableObjectNamespace<BoardRpc>;
  const room = (board: string) => boards.getByName(roomName(tenant, `boards/${board}`));
  return {
    storage,
    sink: archiveSink(env, tenant, exportId),
    files: fileSource(env, tenant),
    boards: {
      copy: async (board) => room(board).copyForExport(tenant),
      read: async (board, after, bytes) => room(board).readExportCopy(tenant, after, bytes),
      drop: async (board) => room(board).dropExportCopy(tenant),
    },
    stage: (at) => stage(env, tenant, at),
    unstage: () => unstage(env, tenant),
    readStaged: (table, after, bytes) => readStaged(env, tenant, table, after, bytes),
    readPeople: () => readPeople(env, tenant),
    anchors: () => env.OUTBOX_ROOM.getByName(roomName(tenant, "outbox")).auditAnchors(tenant),
    now: () => Date.now(),
  };
}
