import * as api from "#domain/sources/api.ts";
import * as sharing from "#domain/sources/share-api.ts";
import { bind } from "#worker/platform/bind.ts";
import { deleteRecord } from "#worker/platform/records/life.ts";
import { readRecord } from "#worker/platform/records/kind.ts";
import { createSource } from "./create-source.ts";
import { sourceKind } from "./kind.ts";
import { listSources } from "./list-sources.ts";
import { restoreSource } from "./restore-source.ts";
import { reviseReading } from "./revise-reading.ts";
import { sendSourcePart, shareSource } from "./share-source.ts";
import { downloadSource, readSharedReading } from "./shared-file.ts";
import { unshareSource } from "./unshare-source.ts";
import { updateSource } from "./update-source.ts";

/** Routes of data sources. */
export const sourceRoutes = [
  bind(api.listSources, (ctx, { query }) => listSources(ctx, query)),
  bind(api.createSource, (ctx, { body }) => createSource(ctx, body)),
  bind(api.readSource, (ctx, { params }) => readRecord(ctx, sourceKind, params)),
  bind(api.updateSource, (ctx, { params, body }) => updateSource(ctx, { ...params, ...body })),
  bind(api.deleteSource, (ctx, { params }) => deleteRecord(ctx, sourceKind, params)),
  bind(sharing.sendSourcePart, (ctx, { params, body }) =>
    sendSourcePart(ctx, { ...params, ...body }),
  ),
  bind(sharing.shareSource, (ctx, { params, body }) => shareSource(ctx, { ...params, ...body })),
  bind(sharing.unshareSource, (ctx, { params, body }) =>
    unshareSource(ctx, { ...params, ...body }),
  ),
  bind(sharing.reviseReading, (ctx, { params, body }) =>
    reviseReading(ctx, { ...params, ...body }),
  ),
  bind(sharing.readSharedReading, (ctx, { params }) => readSharedReading(ctx, params)),
  bind(sharing.downloadSource, (ctx, { params }) => downloadSource(ctx, params)),
  bind(api.restoreSource, (ctx, { params }) => restoreSource(ctx, params)),
];
