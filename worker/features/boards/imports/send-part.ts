import type { ImportPart } from "#domain/board-imports/model.ts";
import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Write } from "#worker/platform/writes.ts";
import { findImport } from "./queries.ts";
import { importParts } from "./schema.ts";

/** Keeps a part; one that comes again takes its own place. Errors: `import.not_found`, `import.not_receiving`. */
export async function sendPart(
  ctx: Ctx,
  { id, number, cards, ...more }: { id: string; number: number } & ImportPart,
): Promise<null> {
  const row = await findImport(ctx, id);
  if (row.state !== "filling" || row.startedBy !== ctx.userId) return fail("import.not_receiving");
  const known = new Set(row.columns.map((column) => column.id));
  if (cards.some(({ column }) => !known.has(column))) {
    return fail("request.invalid", { in: "body", issues: [{ path: "cards", rule: "column" }] });
  }
  const part = { importId: id, number, size: cards.length, cards, more };
  const write: Write = {
    guarded: false,
    build: (db) =>
      db
        .insert(importParts)
        .values(part)
        .onConflictDoUpdate({
          target: [importParts.importId, importParts.number],
          set: { size: part.size, cards, more },
        }),
  };
  return commit(ctx, { writes: [write], events: [], answer: null });
}
