import type { z } from "zod";
import type { createBoard as definition } from "#domain/boards/api.ts";
import { boardEvent } from "#domain/boards/events.ts";
import { CATEGORIES } from "#domain/boards/model.ts";
import { prefixOf } from "#domain/boards/prefix.ts";
import type { BoardRecord, BoardView } from "#domain/boards/view.ts";
import { boards as en } from "#domain/i18n/en/boards.ts";
import { boards as fr } from "#domain/i18n/fr/boards.ts";
import { newId } from "#domain/ids.ts";
import { originOf } from "#worker/platform/audit/origin.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert } from "#worker/platform/writes.ts";
import type { BoardRpc } from "./board-rpc.ts";
import { viewOf } from "./record.ts";
import { boards } from "./schema.ts";

const NAMES = { fr: fr.columns, en: en.columns };

/**
 * Creates a board. Its object is founded first, so that a board anyone can see always has one; should the commit
 * fail, the object stays behind empty and unknown.
 */
export async function createBoard(
  ctx: Ctx,
  input: z.output<typeof definition.body>,
): Promise<BoardView> {
  const actor = await ctx.actor();
  const now = isoNow(ctx.clock);
  const record: BoardRecord = {
    id: newId("brd", ctx.clock.now()),
    version: 1,
    title: input.title,
    prefix: input.prefix ?? prefixOf(input.title),
    createdBy: ctx.userId,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
  };
  const names = NAMES[actor.language];
  const first =
    input.columns ?? CATEGORIES.map((category) => ({ name: names[category], category }));
  const columns = first.map((column) => ({ ...column, id: newId("col", ctx.clock.now()) }));
  const room = await ctx.rooms.board<BoardRpc>(record.id);
  const by = { userId: ctx.userId, origin: originOf(ctx, actor) };
  await room.found(ctx.tenant, record.id, by, columns);
  return commit(ctx, {
    writes: [insert(boards, record)],
    events: [boardEvent("created", { before: null, after: record })],
    answer: viewOf(record, actor),
  });
}
