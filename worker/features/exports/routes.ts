import * as api from "#domain/exports/api.ts";
import * as restores from "#domain/exports/restore-api.ts";
import { bind, bindPublic } from "#worker/platform/bind.ts";
import { streamArchive } from "#worker/platform/exports/download.ts";
import { beginRestore } from "./begin-restore.ts";
import { cancelExport } from "./cancel-export.ts";
import { cancelRestore } from "./cancel-restore.ts";
import { linkExport } from "./link-export.ts";
import { listExports } from "./list-exports.ts";
import { readRestore } from "./read-restore.ts";
import { removeExport } from "./remove-export.ts";
import { sendChunk } from "./send-chunk.ts";
import { startExport } from "./start-export.ts";
import { startRestore } from "./start-restore.ts";

/** Routes of exports of the whole organization, and of what is restored from them. */
export const exportRoutes = [
  bind(api.listExports, (ctx) => listExports(ctx)),
  bind(api.startExport, (ctx) => startExport(ctx)),
  bind(api.cancelExport, (ctx, { params }) => cancelExport(ctx, params)),
  bind(api.removeExport, (ctx, { params }) => removeExport(ctx, params)),
  bind(api.linkExport, (ctx, { params }) => linkExport(ctx, params)),
  bindPublic(api.downloadExport, (ctx, { params }) => streamArchive(ctx, params)),
  bind(restores.beginRestore, (ctx, { body }) => beginRestore(ctx, body)),
  bind(restores.sendChunk, (ctx, { params: { id, number }, body }) =>
    sendChunk(ctx, { id, number: Number(number), ...body }),
  ),
  bind(restores.startRestore, (ctx, { params }) => startRestore(ctx, params)),
  bind(restores.readRestore, (ctx, { params }) => readRestore(ctx, params)),
  bind(restores.cancelRestore, (ctx, { params }) => cancelRestore(ctx, params)),
];
