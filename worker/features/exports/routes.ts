import * as api from "#domain/exports/api.ts";
import { bind, bindPublic } from "#worker/platform/bind.ts";
import { streamArchive } from "#worker/platform/exports/download.ts";
import { cancelExport } from "./cancel-export.ts";
import { linkExport } from "./link-export.ts";
import { listExports } from "./list-exports.ts";
import { removeExport } from "./remove-export.ts";
import { startExport } from "./start-export.ts";

/** Routes of exports of the whole organization. */
export const exportRoutes = [
  bind(api.listExports, (ctx) => listExports(ctx)),
  bind(api.startExport, (ctx) => startExport(ctx)),
  bind(api.cancelExport, (ctx, { params }) => cancelExport(ctx, params)),
  bind(api.removeExport, (ctx, { params }) => removeExport(ctx, params)),
  bind(api.linkExport, (ctx, { params }) => linkExport(ctx, params)),
  bindPublic(api.downloadExport, (ctx, { params, query }) =>
    streamArchive(ctx, { ...params, ...query }),
  ),
];
