import { z } from "zod";
import { defineRoute } from "#domain/route.ts";
import { ExportId, ExportView } from "./model.ts";

const params = z.strictObject({ id: ExportId });

export const listExports = defineRoute({
  method: "get",
  path: "/exports",
  permission: "identity.own",
  summary: "List the exports of the organization, newest first, with how far a running one is",
  output: z.strictObject({ items: z.array(ExportView) }),
});

export const startExport = defineRoute({
  method: "post",
  path: "/exports",
  permission: "identity.own",
  fresh: true,
  summary: "Start an export of the whole organization; one at a time",
  output: ExportView,
  status: 201,
  errors: ["export.running"],
});

export const cancelExport = defineRoute({
  method: "post",
  path: "/exports/{id}/cancel",
  permission: "identity.own",
  summary: "Cancel a running export; what it wrote is deleted",
  params,
  output: ExportView,
  errors: ["export.not_found", "export.not_running", "conflict.version"],
});

export const removeExport = defineRoute({
  method: "delete",
  path: "/exports/{id}",
  permission: "identity.own",
  summary: "Delete the archive of an export, before its time",
  params,
  output: ExportView,
  errors: ["export.not_found", "export.no_archive", "conflict.version"],
});

export const linkExport = defineRoute({
  method: "post",
  path: "/exports/{id}/link",
  permission: "identity.own",
  fresh: true,
  discloses: "organization.exported",
  summary: "Let this browser download the archive within five minutes, by a cookie for that alone",
  params,
  output: z.strictObject({ path: z.string(), expiresAt: z.iso.datetime() }),
  errors: ["export.not_found", "export.no_archive"],
  idempotencyKey: false,
});

export const downloadExport = defineRoute({
  method: "get",
  path: "/exports/{id}/archive",
  permission: "public",
  summary:
    "Download an archive with the cookie of its link; a range goes on where a download broke off",
  params,
  output: z.string(),
  produces: "application/zip",
  errors: ["export.link_invalid", "export.no_archive", "export.range_invalid"],
});
