import { and, eq } from "drizzle-orm";
import { figuresEvent } from "#domain/dashboards/share/events.ts";
import { fail } from "#domain/errors.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import type { Write } from "#worker/platform/writes.ts";
import { forgetFigures } from "./figures-file.ts";
import { dashboardToShare } from "./published.ts";
import { dashboardFigures } from "./schema.ts";

/**
 * Takes published figures back. The bytes go first: whoever hears that nothing is published can rely on it.
 * Errors: `dashboard.not_found`, `dashboard.not_published`, `conflict.version`.
 */
export async function withdrawFigures(ctx: Ctx, { id }: { id: string }): Promise<null> {
  const { dashboard, published } = await dashboardToShare(ctx, id);
  if (!published) return fail("dashboard.not_published", { id });
  const { file, previousFile, version } = published;
  const files = previousFile ? [file, previousFile] : [file];
  await forgetFigures(ctx, id, files);
  const gone: Write = {
    guarded: true,
    build: (db) =>
      db
        .delete(dashboardFigures)
        .where(and(eq(dashboardFigures.id, id), eq(dashboardFigures.version, version))),
  };
  const { widgets, bytes, computedAt, keepCurrent } = published;
  const before = { id, title: dashboard.title, widgets, bytes, computedAt, keepCurrent };
  return commit(ctx, {
    writes: [gone],
    events: [figuresEvent("withdrawn", { before, after: null })],
    answer: null,
  });
}
