import { and, eq, isNull } from "drizzle-orm";
import { figuresEvent } from "#domain/dashboards/share/events.ts";
import type { Figures } from "#domain/dashboards/share/figures.ts";
import type { Published } from "#domain/dashboards/share/model.ts";
import { fail } from "#domain/errors.ts";
import { newId } from "#domain/ids.ts";
import { widgets } from "#worker/features/dashboards/schema.ts";
import { isoNow } from "#worker/platform/clock.ts";
import { commit } from "#worker/platform/commit.ts";
import type { Ctx } from "#worker/platform/context.ts";
import { insert, update } from "#worker/platform/writes.ts";
import { figuresPath, forgetFigures } from "./figures-file.ts";
import { dashboardToShare, publishedView } from "./published.ts";
import { dashboardFigures } from "./schema.ts";

interface Publication {
  id: string;
  figures: Figures;
  basis: string;
  digest: string;
  keepCurrent: boolean;
}

/**
 * Puts the figures that a browser computed where links and mails find them. The ones before stay for mails that are on their way,
 * those before them go. Errors: `dashboard.not_found`, `dashboard.foreign_widget`, `conflict.version` when somebody else
 * published at the same time.
 */
export async function publishFigures(ctx: Ctx, input: Publication): Promise<Published> {
  const { id, figures, basis, digest, keepCurrent } = input;
  const standing = ctx.db
    .select({ id: widgets.id })
    .from(widgets)
    .where(and(eq(widgets.dashboardId, id), isNull(widgets.deletedAt)));
  const [{ dashboard, published, actor }, known] = await Promise.all([
    dashboardToShare(ctx, id),
    standing,
  ]);
  const own = new Set(known.map((widget) => widget.id));
  if (!figures.widgets.every((widget) => own.has(widget.id))) fail("dashboard.foreign_widget");
  const text = JSON.stringify(figures);
  const row = {
    id,
    version: (published?.version ?? 0) + 1,
    file: newId("fil", ctx.clock.now()),
    previousFile: published?.file ?? null,
    widgets: figures.widgets.map(({ id: widget, title, rows }) => ({
      id: widget,
      title,
      rows: rows.length,
    })),
    basis,
    digest,
    keepCurrent,
    bytes: new TextEncoder().encode(text).length,
    computedAt: figures.computedAt,
    publishedBy: actor.userId,
    publishedAt: isoNow(ctx.clock),
  };
  const path = figuresPath(id, row.file);
  await ctx.files.put(path, text, { type: "application/json", name: "figures.json" });
  const told = (one: Pick<typeof row, "widgets" | "bytes" | "computedAt" | "keepCurrent">) => {
    const { widgets: shown, bytes, computedAt } = one;
    return {
      id,
      title: dashboard.title,
      widgets: shown,
      bytes,
      computedAt,
      keepCurrent: one.keepCurrent,
    };
  };
  try {
    const answer = await commit(ctx, {
      writes: [
        published ? update(dashboardFigures, published, row) : insert(dashboardFigures, row),
      ],
      events: [
        figuresEvent("published", { before: published ? told(published) : null, after: told(row) }),
      ],
      answer: publishedView(row),
    });
    const older = published?.previousFile;
    if (older) ctx.defer(forgetFigures(ctx, id, [older]));
    return answer;
  } catch (error) {
    await ctx.files.delete(path);
    throw error;
  }
}
