import { z } from "zod";
import { DashboardId } from "#domain/dashboards/model.ts";
import { defineRoute } from "#domain/route.ts";
import {
  DashboardCommentChanges,
  DashboardCommentId,
  DashboardCommentInput,
  DashboardCommentView,
} from "./model.ts";

const byDashboard = z.strictObject({ id: DashboardId });
const byId = z.strictObject({ id: DashboardCommentId });

export const listDashboardComments = defineRoute({
  method: "get",
  path: "/dashboards/{id}/comments",
  permission: "analytics.read",
  summary:
    "Read what is said on a dashboard and its widgets, oldest first, and up to when the caller has read",
  params: byDashboard,
  output: z.strictObject({
    items: z.array(DashboardCommentView),
    readAt: z.iso.datetime().nullable(),
  }),
  errors: ["dashboard.not_found"],
});

export const createDashboardComment = defineRoute({
  method: "post",
  path: "/dashboards/{id}/comments",
  permission: "analytics.write",
  summary:
    "Say something on a dashboard or a widget; whoever is called by name and may read it is notified and gets a mail",
  params: byDashboard,
  body: DashboardCommentInput,
  output: DashboardCommentView,
  status: 201,
  errors: ["dashboard.not_found", "dashboard.foreign_widget", "dashboard.too_many_comments"],
});

export const readDashboardComments = defineRoute({
  method: "post",
  path: "/dashboards/{id}/comments/read",
  permission: "analytics.read",
  summary: "Note that the caller has read what is said on a dashboard up to now",
  params: byDashboard,
  output: z.null(),
  status: 204,
  errors: ["dashboard.not_found"],
});

export const updateDashboardComment = defineRoute({
  method: "patch",
  path: "/dashboard-comments/{id}",
  permission: "analytics.write",
  summary: "Change the words of one's own comment, or settle any comment",
  params: byId,
  body: z.strictObject({ version: z.int().positive(), changes: DashboardCommentChanges }),
  output: DashboardCommentView,
  errors: ["dashboard.comment_not_found", "dashboard.comment_of_another", "conflict.version"],
});

export const deleteDashboardComment = defineRoute({
  method: "delete",
  path: "/dashboard-comments/{id}",
  permission: "analytics.write",
  summary: "Delete one's own comment; it can be restored",
  params: byId,
  output: z.null(),
  status: 204,
  errors: ["dashboard.comment_not_found", "dashboard.comment_of_another", "conflict.version"],
});

export const restoreDashboardComment = defineRoute({
  method: "post",
  path: "/dashboard-comments/{id}/restore",
  permission: "analytics.write",
  summary: "Bring one's own deleted comment back",
  params: byId,
  output: DashboardCommentView,
  errors: ["dashboard.comment_not_found", "dashboard.comment_of_another", "conflict.version"],
});
