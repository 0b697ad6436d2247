import * as api from "#domain/dashboards/comments/api.ts";
import { bind } from "#worker/platform/bind.ts";
import { deleteRecord, restoreRecord } from "#worker/platform/records/life.ts";
import { commentKind, mustBeOwn } from "./kind.ts";
import { listDashboardComments, readDashboardComments } from "./read-comments.ts";
import { createDashboardComment, updateDashboardComment } from "./write-comments.ts";

/** Routes of what is said on dashboards. */
export const commentRoutes = [
  bind(api.listDashboardComments, (ctx, { params }) => listDashboardComments(ctx, params)),
  bind(api.createDashboardComment, (ctx, { params, body }) =>
    createDashboardComment(ctx, { ...params, ...body }),
  ),
  bind(api.readDashboardComments, (ctx, { params }) => readDashboardComments(ctx, params)),
  bind(api.updateDashboardComment, (ctx, { params, body }) =>
    updateDashboardComment(ctx, { ...params, ...body }),
  ),
  bind(api.deleteDashboardComment, async (ctx, { params }) => {
    await mustBeOwn(ctx, params.id);
    return deleteRecord(ctx, commentKind, params);
  }),
  bind(api.restoreDashboardComment, async (ctx, { params }) => {
    await mustBeOwn(ctx, params.id, "deleted");
    return restoreRecord(ctx, commentKind, params);
  }),
];
