import type { z } from "zod";
import {
  cardTemplateEvent,
  TEMPLATE_LIMITS,
  toldTemplate,
  type CardTemplate,
  type CardTemplateRecord,
} from "#domain/boards/card-template.ts";
import type { saveTemplate as definition } from "#domain/boards/card-templates-api.ts";
import { fail } from "#domain/errors.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert, update } from "#worker/platform/writes.ts";
import { findBoard } from "./queries.ts";
import { countTemplates, findTemplate, templateOf } from "./template-queries.ts";
import { cardTemplates } from "./templates-schema.ts";

type Input = { id: string; template: string } & z.output<typeof definition.body>;

/**
 * Saves a card template of a board, new or changed; one that was deleted comes back. Errors: `board.not_found`,
 * `board.archived`, `board.template_not_found`, `board.template_too_many`, `conflict.version`.
 */
export async function saveTemplate(ctx: Ctx, input: Input): Promise<CardTemplate> {
  const [board, held, count, actor] = await Promise.all([
    findBoard(ctx, input.id),
    findTemplate(ctx, input),
    countTemplates(ctx, input.id),
    ctx.actor(),
  ]);
  const { id: boardId, template: id, version, ...fields } = input;
  if (!board) return fail("board.not_found", { id: boardId });
  if (board.archivedAt !== null) return fail("board.archived", { id: boardId });
  if (!held && version !== null) return fail("board.template_not_found", { id });
  if ((!held || held.deleted) && count >= TEMPLATE_LIMITS.perBoard) {
    return fail("board.template_too_many", { most: TEMPLATE_LIMITS.perBoard });
  }
  const at = isoNow(ctx.clock);
  if (!held) {
    const by = { createdBy: ctx.userId, createdAt: at, updatedAt: at };
    const made: CardTemplateRecord = { id, version: 1, boardId, ...fields, ...by };
    return commit(ctx, {
      writes: [insert(cardTemplates, { ...made, deletedAt: null })],
      events: [cardTemplateEvent("saved", { before: null, after: toldTemplate(made) })],
      answer: templateOf(made, board, actor),
    });
  }
  const before = held.record;
  const current = templateOf(before, board, actor);
  if (before.version !== version) return fail("conflict.version", { current });
  const set = { ...fields, updatedAt: at };
  const after: CardTemplateRecord = { ...before, ...set, version: before.version + 1 };
  return commit(ctx, {
    writes: [update(cardTemplates, { id, version }, { ...set, deletedAt: null })],
    events: [
      cardTemplateEvent("saved", {
        before: held.deleted ? null : toldTemplate(before),
        after: toldTemplate(after),
      }),
    ],
    answer: templateOf(after, board, actor),
    current: async () => {
      const now = await findTemplate(ctx, input);
      return now && templateOf(now.record, board, actor);
    },
  });
}
