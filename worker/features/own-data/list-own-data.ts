import type { listOwnData as route } from "#domain/own-data/api.ts";
import type { AnswerOf } from "#domain/route.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { columnsFor, entriesFor } from "./entries.ts";

/** The organization's own data that the reader may analyze. */
export async function listOwnData(ctx: Ctx): Promise<AnswerOf<typeof route>> {
  const actor = await ctx.actor();
  return {
    items: entriesFor(actor).map((entry) => ({
      name: entry.name,
      title: entry.title,
      topic: entry.topic,
      columns: columnsFor(actor, entry.name).map(({ name, kind, label }) => ({
        name,
        kind,
        label,
      })),
    })),
  };
}
