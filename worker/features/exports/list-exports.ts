import type { ExportView } from "#domain/exports/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { exportRoom } from "#worker/platform/exports/export-room.ts";
import { readExports, viewOf } from "./queries.ts";

/** The exports, newest first. A running one that its object knows nothing of, after a crash, is begun there. */
export async function listExports(ctx: Ctx): Promise<{ items: ExportView[] }> {
  const rows = await readExports(ctx);
  const items = await Promise.all(
    rows.map(async (row) => {
      if (row.state !== "running") return viewOf(row);
      const room = await exportRoom(ctx);
      const progress = await room.progress(ctx.tenant, row.id);
      if (!progress) {
        const startedBy = { id: row.startedBy, name: row.startedByName };
        ctx.defer(room.begin(ctx.tenant, { id: row.id, startedBy }));
      }
      return viewOf(row, progress ?? { done: 0, total: 0, stage: "preparing" });
    }),
  );
  return { items };
}
