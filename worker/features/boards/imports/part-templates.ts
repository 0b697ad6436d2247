import { and, eq, inArray, isNull, or } from "drizzle-orm";
import {
  cardTemplateEvent,
  TEMPLATE_LIMITS,
  toldTemplate,
  type CardTemplateRecord,
} from "#domain/boards/card-template.ts";
import { templateKey } from "#domain/board-imports/draft-templates.ts";
import type { ImportTemplate } from "#domain/board-imports/model.ts";
import type { DomainEvent } from "#domain/events.ts";
import { cardTemplates } from "#worker/features/boards/templates-schema.ts";
import { isoNow } from "#worker/platform/clock.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert, update, type Write } from "#worker/platform/writes.ts";
import type { ImportRow } from "./schema.ts";

/** What a step of an import writes beside its own row, in the same batch. */
export interface Beside {
  writes: Write[];
  events: DomainEvent[];
}

/** What a step makes of the import's row, and what it writes beside. */
export type Step = { set: Partial<ImportRow> } & Beside;

const NOTHING: Beside = { writes: [], events: [] };

/** The card templates of a part. A name that the board has stays its own, and no board gets more than it takes. */
export async function makeTemplates(
  ctx: Ctx,
  { boardId, startedBy }: ImportRow,
  wanted: readonly ImportTemplate[] = [],
): Promise<Beside & { left: number }> {
  if (wanted.length === 0) return { ...NOTHING, left: 0 };
  const { id, name, boardId: of, deletedAt } = cardTemplates;
  const ids = wanted.map((one) => one.id);
  const rows = await ctx.db
    .select({ id, name, of, deletedAt })
    .from(cardTemplates)
    .where(or(inArray(id, ids), and(eq(of, boardId), isNull(deletedAt))));
  const held = rows.filter((one) => one.of === boardId && one.deletedAt === null);
  const names = new Set(held.map((one) => templateKey(one.name)));
  const taken = new Set(rows.map((one) => one.id));
  const fresh = wanted.filter((one) => {
    const isNew = !taken.has(one.id) && !names.has(templateKey(one.name));
    taken.add(one.id);
    names.add(templateKey(one.name));
    return isNew;
  });
  const room = TEMPLATE_LIMITS.perBoard - held.length;
  const at = isoNow(ctx.clock);
  const by = { boardId, version: 1, createdBy: startedBy, createdAt: at, updatedAt: at };
  const made = fresh
    .slice(0, Math.max(0, room))
    .map((one): CardTemplateRecord => ({ ...one, ...by }));
  return {
    writes: made.map((record) => insert(cardTemplates, { ...record, deletedAt: null })),
    events: made.map((record) =>
      cardTemplateEvent("saved", { before: null, after: toldTemplate(record) }),
    ),
    left: fresh.length - made.length,
  };
}

/** Takes back the card templates of a part that nobody changed since. */
export async function takeTemplates(
  ctx: Ctx,
  { boardId }: ImportRow,
  made: readonly ImportTemplate[] = [],
): Promise<Beside> {
  if (made.length === 0) return NOTHING;
  const ids = made.map(({ id }) => id);
  const rows = await ctx.db
    .select()
    .from(cardTemplates)
    .where(
      and(
        inArray(cardTemplates.id, ids),
        eq(cardTemplates.boardId, boardId),
        eq(cardTemplates.version, 1),
        isNull(cardTemplates.deletedAt),
      ),
    );
  const deletedAt = isoNow(ctx.clock);
  return {
    writes: rows.map((row) => update(cardTemplates, row, { deletedAt })),
    events: rows.map(({ deletedAt: _deletedAt, ...record }) =>
      cardTemplateEvent("deleted", { before: toldTemplate(record), after: null }),
    ),
  };
}
