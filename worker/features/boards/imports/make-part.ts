import type { RefusedRow } from "#domain/board-imports/model.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { readPart } from "./queries.ts";
import { pushPart, type Room } from "./push-part.ts";
import type { ImportRow } from "./schema.ts";

/** More refused rows than this are counted by the difference, not listed. */
const LISTED = 500;

const nowhere = { after: null, before: null };

/** The columns that the import makes, in their order, before any card. */
async function makeColumns(ctx: Ctx, room: Room, row: ImportRow): Promise<void> {
  const ops = row.columns
    .filter(({ isNew }) => isNew)
    .map(({ id, name, category, wipLimit }) => {
      const fields = { name, category, wipLimit };
      return { kind: "column.create", column: id, ...nowhere, fields };
    });
  await pushPart(room, ctx.tenant, row, "columns", ops);
}

/** Makes the cards of the next part. @returns what the row becomes. */
export async function makePart(ctx: Ctx, room: Room, row: ImportRow): Promise<Partial<ImportRow>> {
  if (row.nextPart === 0) await makeColumns(ctx, room, row);
  const cards = await readPart(ctx, row.id, row.nextPart);
  const ops = cards.map(({ card, column, fields }) => {
    return { kind: "card.create", card, column, ...nowhere, fields };
  });
  const results = await pushPart(room, ctx.tenant, row, `part-${row.nextPart}`, ops);
  const refused = results.flatMap((result, i): RefusedRow[] =>
    result.outcome === "rejected" ? [{ row: cards[i]?.row ?? 0, reason: result.reason }] : [],
  );
  const done = row.done + cards.length;
  return {
    done,
    nextPart: row.nextPart + 1,
    refused: [...row.refused, ...refused].slice(0, LISTED),
    ...(done >= row.total ? { state: "done" } : {}),
  };
}
