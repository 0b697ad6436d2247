import { importEvent } from "#domain/board-imports/events.ts";
import type { ImportView } from "#domain/board-imports/model.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findImport, recordOf, viewOf } from "./queries.ts";
import { boardImports, type ImportRow } from "./schema.ts";

/** Stops an import; what it made stays until it is undone. Errors: `import.not_found`, `import.over`. */
export async function cancelImport(ctx: Ctx, { id }: { id: string }): Promise<ImportView> {
  const row = await findImport(ctx, id);
  if (row.state !== "filling" && row.state !== "running") return fail("import.over");
  const now = isoNow(ctx.clock);
  const set = { state: "cancelled", updatedAt: now, finishedAt: now } as const;
  const after: ImportRow = { ...row, ...set, version: row.version + 1 };
  return commit(ctx, {
    writes: [update(boardImports, row, set)],
    events: [importEvent("cancelled", { before: recordOf(row), after: recordOf(after) })],
    answer: viewOf(after),
  });
}

/** Begins to take back what an import made; `runImport` goes on with it. Errors: `import.not_found`, `import.not_over`. */
export async function undoImport(ctx: Ctx, { id }: { id: string }): Promise<ImportView> {
  const row = await findImport(ctx, id);
  if (row.state !== "done" && row.state !== "cancelled") return fail("import.not_over");
  const updatedAt = isoNow(ctx.clock);
  // A part that was cut off may be made without being counted: taking back what never was changes nothing.
  const nextPart = row.state === "cancelled" ? row.nextPart + 1 : row.nextPart;
  const set = {
    state: "undoing",
    done: 0,
    kept: 0,
    nextPart,
    updatedAt,
    finishedAt: null,
  } as const;
  const after: ImportRow = { ...row, ...set, version: row.version + 1 };
  return commit(ctx, {
    writes: [update(boardImports, row, set)],
    events: [],
    answer: viewOf(after),
  });
}
