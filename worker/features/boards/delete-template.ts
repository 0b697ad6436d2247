import {
  cardTemplateEvent,
  toldTemplate,
  type CardTemplate,
} from "#domain/boards/card-template.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { update } from "#worker/platform/writes.ts";
import { findBoard } from "./queries.ts";
import { findTemplate, templateOf } from "./template-queries.ts";
import { cardTemplates } from "./templates-schema.ts";

/**
 * Deletes a card template and answers it as it is kept, so that saving it at that version takes the step back. Errors:
 * `board.archived`, `board.template_not_found`, `conflict.version`.
 */
export async function deleteTemplate(
  ctx: Ctx,
  input: { id: string; template: string },
): Promise<CardTemplate> {
  const [board, held, actor] = await Promise.all([
    findBoard(ctx, input.id),
    findTemplate(ctx, input),
    ctx.actor(),
  ]);
  if (!board || !held || held.deleted) {
    return fail("board.template_not_found", { id: input.template });
  }
  if (board.archivedAt !== null) return fail("board.archived", { id: input.id });
  const { record } = held;
  const deletedAt = isoNow(ctx.clock);
  return commit(ctx, {
    writes: [update(cardTemplates, { id: record.id, version: record.version }, { deletedAt })],
    events: [cardTemplateEvent("deleted", { before: toldTemplate(record), after: null })],
    answer: templateOf({ ...record, version: record.version + 1 }, board, actor),
  });
}
